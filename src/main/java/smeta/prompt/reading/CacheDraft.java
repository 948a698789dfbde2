package smeta.prompt.reading;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.prompt.CacheMark;
import smeta.prompt.CacheOptions;

/** What a body says of the vendor's cache, while it is read. */
public final class CacheDraft {
    private static final Duration FIVE_MINUTES = Duration.ofMinutes(5);
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);

    private final List<CacheMark> toolMarks = new ArrayList<>();
    private final List<CacheMark> marks = new ArrayList<>();
    private CacheOptions options = CacheOptions.NONE;

    CacheDraft() {}

    List<CacheMark> marks() {
        List<CacheMark> inOrder = new ArrayList<>(toolMarks);
        inOrder.addAll(marks);
        return inOrder;
    }

    CacheOptions options() {
        return options;
    }

    /** Reads {@code cache_control} of a thing. Tools come first in a prompt, wherever the body has them. */
    public void control(JsonCursor thing, boolean tool) {
        JsonCursor control = thing.at("cache_control");
        if (control.present()) {
            point(thing, control.object().at("ttl"), tool);
        }
    }

    /** Everything up to the end of a thing is to be written to the cache, for five minutes if {@code ttl} is empty. */
    public void point(JsonCursor thing, JsonCursor ttl, boolean tool) {
        Duration lifetime = lifetime(ttl, "5m", "1h");
        (tool ? toolMarks : marks).add(new CacheMark(thing.pointer(), lifetime == null ? FIVE_MINUTES : lifetime));
    }

    /**
     * Reads {@code prompt_cache_options}, which hold for the whole request: before anything that may be marked.
     * developers.openai.com/api/docs/guides/prompt-caching, 2026-10.
     */
    public void options(JsonCursor said) {
        if (said.present()) {
            String mode = said.object().at("mode").textOr("implicit");
            if (!Set.of("implicit", "explicit").contains(mode)) {
                throw said.at("mode")
                        .unsupported(
                                "wrong_value", "The mode of the cache is implicit or explicit.", "correct the mode");
            }
            options = new CacheOptions(mode.equals("explicit"), lifetime(said.at("ttl"), "30m", "12h"));
        }
    }

    /** Reads {@code prompt_cache_breakpoint} of a part: OpenAI's mark, whose lifetime is that of the request. */
    public void breakpoint(JsonCursor part) {
        if (part.at("prompt_cache_breakpoint").present()) {
            part.at("prompt_cache_breakpoint").object().at("mode").textOrNull();
            Duration lifetime = options.lifetime();
            marks.add(new CacheMark(part.pointer(), lifetime == null ? HALF_AN_HOUR : lifetime));
        }
    }

    private static @Nullable Duration lifetime(JsonCursor ttl, String shortOne, String longOne) {
        String time = ttl.textOrNull();
        if (time == null) {
            return null;
        }
        if (!time.equals(shortOne) && !time.equals(longOne)) {
            throw ttl.unsupported(
                    "wrong_value",
                    "The lifetime of a cache entry is " + shortOne + " or " + longOne + ".",
                    "correct the lifetime");
        }
        return Duration.parse("PT" + time.toUpperCase(Locale.ROOT));
    }
}
