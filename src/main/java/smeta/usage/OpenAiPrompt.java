package smeta.usage;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * The prompt in OpenAI's shape and in those that are made after it: a total whose parts are what was cached, written to
 * the cache, and sent as media. Vendors say the same thing in different places; where two say it, they must agree.
 */
final class OpenAiPrompt {
    private static final String[] MEDIA = {"image", "audio", "video"};

    private OpenAiPrompt() {}

    static Usage read(Fields fields, String key, long total, @Nullable Fields details, List<Note> notes) {
        PromptSplit split = new PromptSplit(fields, key, total);
        long cached = cached(fields, key, total, details);
        Meter cacheMeter = Meter.CACHE_READ_TOKENS;
        if (details != null) {
            media(details, split, total);
            cacheMeter = "ephemeral".equals(details.text("cache_type")) ? Meter.CACHE_READ_EXPLICIT_TOKENS : cacheMeter;
            cachedMedia(details, split, cached);
        }
        writes(fields, details, split);
        split.cached(cached, cacheMeter);
        return split.addTo(Usage.NONE, notes);
    }

    /** DeepSeek tells hits, Moonshot and Mistral a plain number, LiteLLM Anthropic's, and OpenAI a detail. */
    private static long cached(Fields fields, String key, long total, @Nullable Fields details) {
        long cached = fields.agreed(
                "how much was cached",
                "prompt_cache_hit_tokens",
                "cached_tokens",
                "num_cached_tokens",
                "cache_read_input_tokens");
        boolean hits = fields.has("prompt_cache_hit_tokens");
        if ((hits || fields.has("prompt_cache_miss_tokens"))
                && fields.has("prompt_cache_miss_tokens")
                && cached + fields.count("prompt_cache_miss_tokens") != total) {
            throw fields.contradiction(
                    "prompt_cache_miss_tokens", "Cache hits and misses do not add up to “" + key + "” " + total + ".");
        }
        if (details == null || !details.has("cached_tokens")) {
            return cached;
        }
        boolean saidBefore = hits
                || fields.has("cached_tokens")
                || fields.has("num_cached_tokens")
                || fields.has("cache_read_input_tokens");
        long detail = details.count("cached_tokens");
        if (saidBefore && detail != cached) {
            throw fields.contradiction(
                    key + "_details",
                    "Two fields say how much was cached, and differ: " + cached + " and " + detail + ".");
        }
        return detail;
    }

    static void media(Fields details, PromptSplit split, long total) {
        long media = 0;
        for (String word : MEDIA) {
            long tokens = details.count(word + "_tokens");
            split.media(Objects.requireNonNull(PromptSplit.medium(word)), tokens);
            media += tokens;
        }
        long text = details.count("text_tokens");
        if (details.has("text_tokens") && text + media != total) {
            throw details.contradiction(
                    "text_tokens",
                    "The parts by medium add up to " + (text + media) + " tokens, but the total is " + total + ".");
        }
    }

    private static void cachedMedia(Fields details, PromptSplit split, long cached) {
        Fields parts = details.object("cached_tokens_details");
        if (parts == null) {
            return;
        }
        long sum = parts.count("text_tokens");
        split.cacheIsText();
        for (String word : MEDIA) {
            long tokens = parts.count(word + "_tokens");
            split.cachedMedia(Objects.requireNonNull(PromptSplit.medium(word)), tokens);
            sum += tokens;
        }
        parts.close();
        if (sum != cached) {
            throw details.contradiction(
                    "cached_tokens_details",
                    "The cached parts by medium add up to " + sum + " tokens, but “cached_tokens” is " + cached + ".");
        }
    }

    /** Tokens written to a cache: Alibaba's compatible mode, OpenAI's models that bill writes, LiteLLM. */
    static void writes(Fields fields, @Nullable Fields details, PromptSplit split) {
        String[] keys = {"cache_creation_input_tokens", "cache_write_tokens", "cache_creation_tokens"};
        long written = fields.agreed("how much was written to the cache", keys);
        boolean said = fields.has(keys[0]) || fields.has(keys[1]) || fields.has(keys[2]);
        if (details != null) {
            long detail = details.agreed("how much was written to the cache", keys);
            boolean detailSaid = details.has(keys[0]) || details.has(keys[1]) || details.has(keys[2]);
            if (said && detailSaid && detail != written) {
                throw details.contradiction(
                        keys[0],
                        "Two fields say how much was written to the cache, and differ: " + written + " and " + detail
                                + ".");
            }
            written = detailSaid ? detail : written;
            said |= detailSaid;
        }
        for (Fields place : details == null ? List.of(fields) : List.of(fields, details)) {
            Fields lifetimes = lifetimes(place);
            if (lifetimes != null) {
                byLifetime(place, lifetimes, said, written, split);
                return;
            }
        }
        if (written > 0) {
            split.written(Meter.CACHE_WRITE_TOKENS, written);
        }
    }

    private static @Nullable Fields lifetimes(Fields place) {
        Fields alibaba = place.object("cache_creation");
        Fields litellm = place.object("cache_creation_token_details");
        return alibaba == null ? litellm : alibaba;
    }

    private static void byLifetime(Fields place, Fields lifetimes, boolean said, long written, PromptSplit split) {
        long five = lifetimes.count("ephemeral_5m_input_tokens");
        long hour = lifetimes.count("ephemeral_1h_input_tokens");
        lifetimes.close();
        if (said && five + hour != written) {
            throw place.contradiction(
                    "cache_creation",
                    "The cache writes by lifetime add up to " + (five + hour) + " tokens, but their total is " + written
                            + ".");
        }
        // Alibaba's only lifetime is five minutes, and its price has no name of its own
        Meter short5 = hour == 0 ? Meter.CACHE_WRITE_TOKENS : Meter.CACHE_WRITE_5M_TOKENS;
        if (five > 0) {
            split.written(short5, five);
        }
        if (hour > 0) {
            split.written(Meter.CACHE_WRITE_1H_TOKENS, hour);
        }
    }
}
