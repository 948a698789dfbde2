package smeta.usage;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/**
 * Makes a total and its overlapping parts disjoint. Vendors report what was read from a cache as a part of the prompt,
 * and a medium as a part of it too, and seldom how the two overlap.
 */
final class PromptSplit {
    /** Order in which a cache that is larger than the text is taken to cover media. */
    private static final List<Meter> MEDIA =
            List.of(Meter.IMAGE_TOKENS, Meter.AUDIO_TOKENS, Meter.VIDEO_TOKENS, Meter.DOCUMENT_TOKENS);

    private final Fields fields;
    private final String totalKey;
    private final long total;
    private final Map<Meter, Long> media = new EnumMap<>(Meter.class);
    private final Map<Meter, Long> cachedMedia = new EnumMap<>(Meter.class);
    private final Map<Meter, Long> writes = new EnumMap<>(Meter.class);
    private long cached;
    private boolean cacheIsSplit;
    private Meter cacheMeter = Meter.CACHE_READ_TOKENS;

    PromptSplit(Fields fields, String totalKey, long total) {
        this.fields = fields;
        this.totalKey = totalKey;
        this.total = total;
    }

    void media(Meter meter, long tokens) {
        media.merge(meter, tokens, Math::addExact);
    }

    void cached(long tokens, Meter meter) {
        cached = tokens;
        cacheMeter = meter;
    }

    /** How much of the cache was a medium; the rest of it is text. */
    void cachedMedia(Meter meter, long tokens) {
        cacheIsSplit = true;
        cachedMedia.merge(meter, tokens, Math::addExact);
    }

    void cacheIsText() {
        cacheIsSplit = true;
    }

    void written(Meter meter, long tokens) {
        writes.merge(meter, tokens, Math::addExact);
    }

    private static long sum(Map<Meter, Long> parts) {
        return parts.values().stream().reduce(0L, Math::addExact);
    }

    /** Adds the disjoint parts. */
    Usage addTo(Usage usage, List<Note> notes) {
        long text = total - sum(media);
        if (text < 0) {
            throw fields.contradiction(
                    totalKey,
                    "The parts by medium are " + sum(media) + " tokens, more than “" + totalKey + "” " + total + ".");
        }
        if (cached + sum(writes) > total) {
            throw fields.contradiction(
                    totalKey,
                    "What was read from the cache" + (writes.isEmpty() ? "" : " and written to it") + " is "
                            + (cached + sum(writes)) + " tokens, more than “" + totalKey + "” " + total + ".");
        }
        Map<Meter, Long> cachedParts = cacheIsSplit ? cachedMedia : assumed(text, notes);
        long cachedText = cached - sum(cachedParts);
        if (cachedText < 0 || cachedText > text) {
            throw fields.contradiction(
                    totalKey, "The cached parts by medium do not add up to the " + cached + " cached tokens.");
        }
        long left = text - cachedText;
        Usage result = plus(usage, cacheMeter, cachedText);
        for (Map.Entry<Meter, Long> write : writes.entrySet()) {
            result = plus(result, write.getKey(), write.getValue());
        }
        long written = sum(writes);
        long fromText = Math.min(left, written);
        result = plus(result, Meter.INPUT_TOKENS, left - fromText);
        long stillWritten = written - fromText;
        for (Meter medium : MEDIA) {
            long all = media.getOrDefault(medium, 0L);
            long read = cachedParts.getOrDefault(medium, 0L);
            if (read > all) {
                throw fields.contradiction(
                        totalKey, read + " cached tokens of a medium are more than its " + all + ".");
            }
            long taken = Math.min(stillWritten, all - read);
            stillWritten -= taken;
            result = plus(plus(result, cachedMeter(medium), read), medium, all - read - taken);
        }
        return result;
    }

    /** A cache holds a prefix, which begins with text more often than not: text first, and a note. */
    private Map<Meter, Long> assumed(long text, List<Note> notes) {
        Map<Meter, Long> parts = new EnumMap<>(Meter.class);
        if (cached == 0 || sum(media) == 0) {
            return parts;
        }
        long beyond = Math.max(0, cached - text);
        for (Meter medium : MEDIA) {
            long here = Math.min(beyond, media.getOrDefault(medium, 0L));
            if (here > 0) {
                parts.put(medium, here);
            }
            beyond -= here;
        }
        notes.add(new Note(
                "cached_medium_assumed",
                "The usage doesn't say which of the cached tokens were media: they are taken to be text first."));
        return parts;
    }

    private Meter cachedMeter(Meter medium) {
        return switch (medium) {
            case IMAGE_TOKENS -> Meter.CACHE_READ_IMAGE_TOKENS;
            case AUDIO_TOKENS -> Meter.CACHE_READ_AUDIO_TOKENS;
            case VIDEO_TOKENS -> Meter.CACHE_READ_VIDEO_TOKENS;
            default -> cacheMeter;
        };
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }

    /** Medium by the word that vendors use in {@code …_tokens} fields; null for text. */
    static @Nullable Meter medium(String word) {
        return switch (word.toLowerCase(java.util.Locale.ROOT)) {
            case "image" -> Meter.IMAGE_TOKENS;
            case "audio" -> Meter.AUDIO_TOKENS;
            case "video" -> Meter.VIDEO_TOKENS;
            case "document" -> Meter.DOCUMENT_TOKENS;
            default -> null;
        };
    }
}
