package smeta.usage;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * OpenAI's usage, also as compatible servers write it (Alibaba's compatible mode, DeepSeek, Moonshot): totals with
 * details that are parts of them. {@code total_tokens} must be the sum of both.
 */
final class OpenAiUsage {
    private OpenAiUsage() {}

    static ReportedUsage chat(Fields fields) {
        return read(fields, Convention.OPENAI_CHAT, "prompt_tokens", "completion_tokens");
    }

    static ReportedUsage responses(Fields fields) {
        return read(fields, Convention.OPENAI_RESPONSES, "input_tokens", "output_tokens");
    }

    private static ReportedUsage read(Fields fields, Convention convention, String in, String out) {
        long prompt = fields.count(in);
        long reply = fields.count(out);
        Fields details = details(fields, out);
        long reasoning = details == null ? 0 : details.count("reasoning_tokens");
        // xAI counts reasoning beside the completion, which its total shows
        if (reasoning > 0 && fields.has("total_tokens") && fields.count("total_tokens") == prompt + reply + reasoning) {
            reply += reasoning;
        }
        total(fields, "total_tokens", prompt + reply);
        List<Note> notes = new ArrayList<>();
        Usage usage = input(fields, in, prompt, notes);
        usage = output(fields, out, reply, usage);
        String tier = fields.text("service_tier");
        fields.close();
        return new ReportedUsage(usage, convention, tier, notes);
    }

    static void total(Fields fields, String key, long sum) {
        if (fields.has(key) && fields.count(key) != sum) {
            throw fields.contradiction(
                    key, "“" + key + "” is " + fields.count(key) + ", but its parts are " + sum + ".");
        }
    }

    private static Usage input(Fields fields, String key, long total, List<Note> notes) {
        Split split = new Split(fields, key, total);
        long cached = 0;
        if (fields.has("prompt_cache_hit_tokens") || fields.has("prompt_cache_miss_tokens")) {
            cached = fields.count("prompt_cache_hit_tokens");
            if (fields.has("prompt_cache_miss_tokens") && cached + fields.count("prompt_cache_miss_tokens") != total) {
                throw fields.contradiction(
                        "prompt_cache_miss_tokens",
                        "Cache hits and misses do not add up to “" + key + "” " + total + ".");
            }
        }
        if (fields.has("cached_tokens")) {
            cached = fields.count("cached_tokens");
        }
        Fields details = details(fields, key);
        Meter cacheMeter = Meter.CACHE_READ_TOKENS;
        if (details != null) {
            parts(details, split, total);
            if (details.has("cached_tokens")) {
                if ((fields.has("prompt_cache_hit_tokens") || fields.has("cached_tokens"))
                        && details.count("cached_tokens") != cached) {
                    throw fields.contradiction(
                            key + "_details",
                            "Two fields say how much was cached, and differ: " + cached + " and "
                                    + details.count("cached_tokens") + ".");
                }
                cached = details.count("cached_tokens");
            }
            cacheMeter = "ephemeral".equals(details.text("cache_type")) ? Meter.CACHE_READ_EXPLICIT_TOKENS : cacheMeter;
            cachedParts(details, split, cached);
            writes(details, split);
            details.close();
        }
        split.cached(cached, cacheMeter);
        return split.addTo(Usage.NONE, notes);
    }

    /** Realtime says {@code input_token_details}; a plural everywhere else. */
    private static @Nullable Fields details(Fields fields, String key) {
        Fields details = fields.object(key + "_details");
        Fields other = fields.object(key.replace("_tokens", "_token_details"));
        return details == null ? other : details;
    }

    static void parts(Fields details, Split split, long total) {
        long media = 0;
        for (String word : new String[] {"image", "audio", "video"}) {
            long tokens = details.count(word + "_tokens");
            split.media(java.util.Objects.requireNonNull(Split.medium(word)), tokens);
            media += tokens;
        }
        if (details.has("text_tokens") && details.count("text_tokens") + media != total) {
            throw details.contradiction(
                    "text_tokens",
                    "The parts by medium add up to " + (details.count("text_tokens") + media)
                            + " tokens, but the total is " + total + ".");
        }
    }

    private static void cachedParts(Fields details, Split split, long cached) {
        Fields parts = details.object("cached_tokens_details");
        if (parts == null) {
            return;
        }
        long sum = parts.count("text_tokens");
        split.cacheIsText();
        for (String word : new String[] {"image", "audio", "video"}) {
            long tokens = parts.count(word + "_tokens");
            split.cachedMedia(java.util.Objects.requireNonNull(Split.medium(word)), tokens);
            sum += tokens;
        }
        parts.close();
        if (sum != cached) {
            throw details.contradiction(
                    "cached_tokens_details",
                    "The cached parts by medium add up to " + sum + " tokens, but “cached_tokens” is " + cached + ".");
        }
    }

    /** Tokens written to a cache: Alibaba's compatible mode and OpenAI's models that bill writes. */
    static void writes(Fields details, Split split) {
        long written = 0;
        boolean said = false;
        for (String key : new String[] {"cache_creation_input_tokens", "cache_write_tokens", "cache_creation_tokens"}) {
            if (details.has(key)) {
                if (said && details.count(key) != written) {
                    throw details.contradiction(
                            key,
                            "Two fields say how much was written to the cache, and differ: " + written + " and "
                                    + details.count(key) + ".");
                }
                written = details.count(key);
                said = true;
            }
        }
        Fields lifetimes = details.object("cache_creation");
        if (lifetimes != null) {
            long five = lifetimes.count("ephemeral_5m_input_tokens");
            lifetimes.close();
            if (said && five != written) {
                throw details.contradiction(
                        "cache_creation",
                        "The cache writes by lifetime add up to " + five + " tokens, but their total is " + written
                                + ".");
            }
            written = five;
        }
        if (written > 0) {
            split.written(Meter.CACHE_WRITE_TOKENS, written);
        }
    }

    private static Usage output(Fields fields, String key, long total, Usage usage) {
        ReplySplit split = new ReplySplit(fields, key, total);
        Fields details = details(fields, key);
        if (details != null) {
            long reasoning = details.count("reasoning_tokens");
            long audio = details.count("audio_tokens");
            long image = details.count("image_tokens");
            split.part(Meter.REASONING_TOKENS, reasoning);
            split.part(Meter.AUDIO_OUTPUT_TOKENS, audio);
            split.part(Meter.IMAGE_OUTPUT_TOKENS, image);
            // servers differ on whether reasoning is part of the text
            if (details.has("text_tokens")) {
                long text = details.count("text_tokens") + audio + image;
                if (text != total && text + reasoning != total) {
                    throw details.contradiction(
                            "text_tokens", "The parts of the reply do not add up to “" + key + "” " + total + ".");
                }
            }
            for (String prediction : new String[] {"accepted_prediction_tokens", "rejected_prediction_tokens"}) {
                if (details.count(prediction) > total) {
                    throw details.contradiction(
                            prediction,
                            "“" + prediction + "” is more than “" + key + "” " + total + ", of which it is a part.");
                }
            }
            details.close();
        }
        return split.addTo(usage);
    }
}
