package smeta.usage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * A usage as it was read: disjoint, whatever shape it came in. Where the numbers leave open what they mean, a count has
 * bounds, and a note says so.
 *
 * @param convention  in which it came
 * @param replyMedia  whether it says what of the reply was text, sound or a picture
 * @param unmetered   what was used besides and has no meter here, so that a bill can't be complete
 * @param cost        what the seller says it cost; null if it doesn't
 * @param elsewhere   what was used of other models
 * @param notes       what had to be assumed
 */
public record ReportedUsage(
        Usage usage,
        Convention convention,
        ServedTerms served,
        boolean replyMedia,
        List<String> unmetered,
        @Nullable ReportedCost cost,
        List<UsageElsewhere> elsewhere,
        List<Note> notes) {
    public ReportedUsage {
        unmetered = List.copyOf(unmetered);
        elsewhere = List.copyOf(elsewhere);
        notes = List.copyOf(notes);
    }

    static ReportedUsage of(Usage usage, Convention convention, List<Note> notes) {
        return new ReportedUsage(usage, convention, ServedTerms.UNSAID, false, List.of(), null, List.of(), notes);
    }

    /** Of what was served, what this usage says wins over what is said around it. */
    public ReportedUsage served(ServedTerms around) {
        return new ReportedUsage(usage, convention, served.or(around), replyMedia, unmetered, cost, elsewhere, notes);
    }

    ReportedUsage withReplyMedia(boolean told) {
        return new ReportedUsage(usage, convention, served, told, unmetered, cost, elsewhere, notes);
    }

    ReportedUsage withUnmetered(List<String> more) {
        return new ReportedUsage(usage, convention, served, replyMedia, more, cost, elsewhere, notes);
    }

    ReportedUsage costing(@Nullable ReportedCost reported) {
        return new ReportedUsage(usage, convention, served, replyMedia, unmetered, reported, elsewhere, notes);
    }

    /** With what the answer around the usage shows besides. */
    public ReportedUsage with(Usage more, List<String> moreUnmetered, List<UsageElsewhere> others, List<Note> said) {
        List<String> allUnmetered = new ArrayList<>(unmetered);
        allUnmetered.addAll(moreUnmetered);
        List<UsageElsewhere> allOthers = new ArrayList<>(elsewhere);
        allOthers.addAll(others);
        List<Note> allNotes = new ArrayList<>(notes);
        allNotes.addAll(said);
        return new ReportedUsage(
                usage.plus(more), convention, served, replyMedia, allUnmetered, cost, allOthers, allNotes);
    }

    public @Nullable String serviceTier() {
        return served.serviceTier();
    }
}
