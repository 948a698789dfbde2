package smeta.usage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * A usage as it was read: disjoint, whatever shape it came in.
 *
 * @param convention  in which it came
 * @param serviceTier as the vendor reports it: {@code standard}, {@code batch}, {@code priority}; null if not reported
 * @param notes       what had to be assumed
 */
public record ReportedUsage(Usage usage, Convention convention, @Nullable String serviceTier, List<Note> notes) {
    public ReportedUsage {
        notes = List.copyOf(notes);
    }
}
