package smeta.probe;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lengths of WAV, AIFF, FLAC and Ogg. */
final class Sounds {
    private Sounds() {}

    /** Bytes of sound over bytes a second; a data chunk that claims more than there is counts as what there is. */
    static Medium wav(Bytes b) {
        long at = 12;
        long perSecond = 0;
        while (true) {
            String chunk = b.type(at);
            long size = b.u32le(at + 4);
            if (chunk.equals("fmt ")) {
                perSecond = b.u32le(at + 16);
            } else if (chunk.equals("data")) {
                long there = Math.max(0, b.total() - at - 8);
                // a writer that couldn't go back left 0 or the largest number
                size = size == 0 ? there : Math.min(size, there);
                return perSecond == 0
                        ? new Medium.Unknown("WAV: it states no bytes a second", false)
                        : Length.sound(size, perSecond, Format.WAV);
            }
            at += 8 + size + (size & 1);
        }
    }

    /** Sample frames over the sampling rate, which the format keeps as an 80-bit floating-point number. */
    static Medium aiff(Bytes b) {
        long at = 12;
        while (!b.type(at).equals("COMM")) {
            long size = b.u32(at + 4);
            at += 8 + size + (size & 1);
        }
        int exponent = b.u16(at + 16) - 16_383;
        long mantissa = b.u64(at + 18);
        long rate = exponent < 0 || exponent > 31 ? 0 : mantissa >>> 63 - exponent;
        return rate == 0
                ? new Medium.Unknown("AIFF: its sampling rate is absurd", false)
                : Length.sound(b.u32(at + 10), rate, Format.AIFF);
    }

    static Medium flac(Bytes b, long at) {
        if ((b.u8(at + 4) & 0x7F) != 0) {
            return new Medium.Unknown("FLAC: its first block isn't STREAMINFO", false);
        }
        long packed = b.u64(at + 18);
        long rate = packed >>> 44;
        long samples = packed & 0xFFFFFFFFFL;
        return samples == 0 || rate == 0
                ? new Medium.Unknown("FLAC: its header states no length", false)
                : Length.sound(samples, rate, Format.FLAC);
    }

    /** One logical stream of an Ogg file. */
    private record Stream(long rate, long skip, long samples) {}

    /**
     * Walks the pages: the last position of each stream tells its length, and streams that follow one another (chained)
     * add up. Positions are samples: of Opus always 48,000 a second.
     */
    static Medium ogg(Bytes b) {
        Map<Long, Stream> open = new HashMap<>();
        long millis = 0;
        long at = 0;
        boolean pictures = false;
        try {
            while (at < b.total()) {
                if (!b.has(at, "OggS")) {
                    // damaged, or something between the pages
                    b.u8(at++);
                    continue;
                }
                int segments = b.u8(at + 26);
                long body = at + 27 + segments;
                long size = 0;
                for (int i = 0; i < segments; i++) {
                    size += b.u8(at + 27 + i);
                }
                long serial = b.u32le(at + 14);
                long position = b.u64le(at + 6);
                if ((b.u8(at + 5) & 2) != 0 && open.size() < 64) {
                    Stream stream = begin(b, body);
                    pictures |= b.has(body, "\u0080theora");
                    if (stream != null) {
                        Stream before = open.put(serial, stream);
                        millis += before == null ? 0 : millis(before);
                    }
                } else if (position > 0 && open.containsKey(serial)) {
                    Stream stream = open.get(serial);
                    open.put(serial, new Stream(stream.rate, stream.skip, Math.max(stream.samples, position)));
                }
                at = body + size;
            }
        } catch (BytesMissing cut) {
            if (cut.more) {
                return new Medium.Unknown("OGG: the bytes end before its last page", true);
            }
        }
        for (Stream stream : open.values()) {
            millis += millis(stream);
        }
        if (pictures) {
            return new Medium.Unknown("OGG: Theora video isn't read", false);
        }
        return millis <= 0
                ? new Medium.Unknown("OGG: no Vorbis, Opus, FLAC or Speex stream with a length was found", false)
                : Length.sound(millis, 1000, Format.OGG);
    }

    private static @Nullable Stream begin(Bytes b, long body) {
        if (b.has(body, "\u0001vorbis")) {
            return new Stream(b.u32le(body + 12), 0, 0);
        }
        if (b.has(body, "OpusHead")) {
            return new Stream(48_000, b.u16le(body + 10), 0);
        }
        if (b.has(body, "\u007fFLAC")) {
            return new Stream(b.u64(body + 27) >>> 44, 0, 0);
        }
        return b.has(body, "Speex   ") ? new Stream(b.u32le(body + 36), 0, 0) : null;
    }

    private static long millis(Stream stream) {
        return Math.max(0, Length.millis(Math.max(0, stream.samples - stream.skip), stream.rate));
    }
}
