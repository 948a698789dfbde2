package smeta.usage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an answer was made, in the fields and spellings in which it is told. */
final class Moments {
    private static final List<String> NAMES =
            List.of("created", "created_at", "createdAt", "createTime", "timestamp", "startTime", "start_time");
    /** Seconds since 1970 don't reach this before the year 5138; milliseconds did in 1973. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private static final long LATEST = 253_402_300_799_999L;

    private Moments() {}

    static @Nullable Instant of(JsonNode object) {
        for (String name : NAMES) {
            Instant moment = read(object.path(name));
            if (moment != null) {
                return moment;
            }
        }
        return null;
    }

    private static @Nullable Instant read(JsonNode value) {
        if (value.isNumber()) {
            long number = value.asLong();
            if (number <= 0 || number > LATEST) {
                return null;
            }
            return number >= MILLISECONDS ? Instant.ofEpochMilli(number) : Instant.ofEpochSecond(number);
        }
        if (!value.isTextual()) {
            return null;
        }
        String text = value.asText();
        try {
            return text.matches("[0-9]{9,11}")
                    ? Instant.ofEpochSecond(Long.parseLong(text))
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
