package smeta.traffic;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.calibration.Observation;

/** What became of a line of a log. */
public sealed interface LineReading {
    /** It can be learnt from. */
    record Learnable(Observation observation) implements LineReading {}

    /** It is a request or an answer whose other half is in another line. */
    final class Half implements LineReading {
        final String id;
        final @Nullable AskedHalf asked;
        final @Nullable LoggedAnswer answer;

        Half(String id, @Nullable AskedHalf asked, @Nullable LoggedAnswer answer) {
            this.id = id;
            this.asked = asked;
            this.answer = answer;
        }
    }

    /** It holds several calls, maybe none. */
    record Several(List<LineReading> calls) implements LineReading {
        public Several {
            calls = List.copyOf(calls);
        }
    }

    /** It can't be learnt from; the code says why. */
    record Problem(String code) implements LineReading {}
}
