package smeta.probe;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Reads from the bytes of a medium what a vendor counts: pixels, milliseconds, pages. Whatever the content, it never
 * throws; the work is linear in the bytes at hand, and nothing is allocated because a header says so. The format is
 * told by the content alone; a declared media type that contradicts it is reported.
 */
public final class Probe {
    /** Where {@link #picture} gives up: a JPEG may carry that much of EXIF and colour profiles before its size. */
    static final int LONGEST_HEAD = 4 << 20;

    private Probe() {}

    /** A medium of which all bytes are at hand. Of a document, the pages only. */
    public static Probed of(byte[] bytes, @Nullable String declared) {
        return of(bytes, declared, PaperLimits.PAGES_ONLY);
    }

    /** A medium of which all bytes are at hand; of a document the text too, if the limits allow any. */
    public static Probed of(byte[] bytes, @Nullable String declared, PaperLimits limits) {
        return Probed.of(read(Bytes.whole(bytes), limits), declared);
    }

    /**
     * A medium of which only the beginning is at hand. Enough for most pictures (some KB; a JPEG with a large EXIF or
     * colour profile needs more), and for sound and video whose header comes first; never for documents and Ogg.
     *
     * @param total how many bytes the whole medium has
     */
    public static Probed head(byte[] head, long total, @Nullable String declared) {
        return Probed.of(
                read(new Bytes(head, head.length, Math.max(total, head.length)), PaperLimits.PAGES_ONLY), declared);
    }

    /**
     * A picture, of which no more is read than its size takes: 1 KB, then ever more, up to 4 MB. Where a longer stream
     * turns out to hold something else, the answer is {@link Medium.Unknown}.
     *
     * @throws IOException if the stream does
     */
    public static Probed picture(InputStream in, @Nullable String declared) throws IOException {
        byte[] head = new byte[1024];
        int length = 0;
        while (true) {
            int read = in.readNBytes(head, length, head.length - length);
            length += read;
            boolean ended = length < head.length;
            Bytes bytes = ended ? Bytes.whole(Arrays.copyOf(head, length)) : new Bytes(head, length, Long.MAX_VALUE);
            Medium medium = read(bytes, PaperLimits.PAGES_ONLY);
            boolean more = medium instanceof Medium.Unknown unknown && unknown.needMore();
            if (!ended && medium.formatFound() != null && !(medium instanceof Medium.Picture)) {
                return Probed.of(new Medium.Unknown("a " + medium.formatFound() + ", not a picture", false), declared);
            }
            if (!more || ended || head.length >= LONGEST_HEAD) {
                return Probed.of(medium, declared);
            }
            head = Arrays.copyOf(head, head.length * 4);
        }
    }

    private static Medium read(Bytes b, PaperLimits limits) {
        try {
            return recognized(b, limits);
        } catch (BytesMissing cut) {
            return new Medium.Unknown(
                    cut.more ? "the bytes at hand end before what counts" : "the file is cut off before what counts",
                    cut.more);
        }
    }

    private static Medium recognized(Bytes b, PaperLimits limits) {
        if (b.length() == 0) {
            return new Medium.Unknown("there are no bytes", b.total() > 0);
        }
        if (b.has(0, "\u0089PNG\r\n\u001a\n")) {
            return PictureHeaders.png(b);
        }
        if (b.has(0, "\u00ff\u00d8\u00ff")) {
            return PictureHeaders.jpeg(b);
        }
        if (b.has(0, "GIF87a") || b.has(0, "GIF89a")) {
            return PictureHeaders.gif(b);
        }
        if (b.has(8, "WEBP") && b.has(0, "RIFF")) {
            return PictureHeaders.webp(b);
        }
        if (b.has(8, "WAVE") && (b.has(0, "RIFF") || b.has(0, "RF64") || b.has(0, "BW64"))) {
            return Sounds.wav(b);
        }
        if (b.has(0, "OggS")) {
            return Sounds.ogg(b);
        }
        if (b.has(0, "\u001aE\u00df\u00a3")) {
            return Matroska.read(b);
        }
        if (b.has(4, "ftyp") || b.has(4, "moov") || b.has(4, "mdat") || b.has(4, "wide")) {
            return isoMedia(b);
        }
        if (b.has(0, "FORM") && (b.has(8, "AIFF") || b.has(8, "AIFC"))) {
            return Sounds.aiff(b);
        }
        if (Aac.begins(b)) {
            return Aac.read(b);
        }
        long tag = Mp3.afterTag(b);
        if (b.has(tag, "fLaC")) {
            return Sounds.flac(b, tag);
        }
        if (tag > 0 || Mp3.isFrame(b, 0)) {
            return Mp3.read(b, tag);
        }
        if (Pdf.begins(b)) {
            return Pdf.read(b, limits);
        }
        // two letters are little evidence, hence last, and only with a header size that exists
        if (b.has(0, "BM") && b.u32le(14) >= 12 && b.u32le(14) <= 124) {
            return PictureHeaders.bmp(b);
        }
        return new Medium.Unknown("none of the formats that can be read", b.length() < 16 && b.length() < b.total());
    }

    private static Medium isoMedia(Bytes b) {
        if (!b.has(4, "ftyp")) {
            return Movie.read(b, Format.MOV);
        }
        return switch (b.type(8)) {
            case "heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1" -> Heif.read(b, heifOrAvif(b));
            case "avif", "avis" -> Heif.read(b, Format.AVIF);
            case "qt  " -> Movie.read(b, Format.MOV);
            default -> Movie.read(b, Format.MP4);
        };
    }

    /** {@code mif1} is either: the compatible brands tell. */
    private static Format heifOrAvif(Bytes b) {
        long end = Math.min(b.u32(0), Math.min(b.length() - 3L, 256));
        for (long at = 16; at < end; at += 4) {
            if (b.has(at, "avif")) {
                return Format.AVIF;
            }
        }
        return Format.HEIC;
    }
}
