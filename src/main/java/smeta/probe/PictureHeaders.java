package smeta.probe;

/** Sizes out of the headers of pictures. No pixel is decoded and nothing is allocated by what a header claims. */
final class PictureHeaders {
    private PictureHeaders() {}

    static Medium png(Bytes b) {
        // iPhone-optimised files put a CgBI chunk first
        long at = b.type(12).equals("CgBI") ? 8 + 12 + b.u32(8) : 8;
        if (!b.type(at + 4).equals("IHDR")) {
            return new Medium.Unknown("PNG: its first chunk isn't IHDR", false);
        }
        return sized(b.u32(at + 8), b.u32(at + 12), Format.PNG);
    }

    static Medium gif(Bytes b) {
        return sized(b.u16le(6), b.u16le(8), Format.GIF);
    }

    static Medium bmp(Bytes b) {
        if (b.u32le(14) == 12) {
            return sized(b.u16le(18), b.u16le(20), Format.BMP);
        }
        // a negative height means that the rows run from the top
        return sized((int) b.u32le(18), Math.abs((long) (int) b.u32le(22)), Format.BMP);
    }

    static Medium webp(Bytes b) {
        return switch (b.type(12)) {
            case "VP8X" -> sized(b.u24le(24) + 1, b.u24le(27) + 1, Format.WEBP);
            case "VP8L" -> {
                long bits = b.u32le(21);
                yield sized((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1, Format.WEBP);
            }
            case "VP8 " -> sized(b.u16le(26) & 0x3FFF, b.u16le(28) & 0x3FFF, Format.WEBP);
            default -> new Medium.Unknown("WebP: its first chunk is none of VP8, VP8L, VP8X", false);
        };
    }

    /** Walks the segments to the frame header; an EXIF thumbnail is inside a segment and thus skipped. */
    static Medium jpeg(Bytes b) {
        long at = 2;
        while (true) {
            while (b.u8(at) != 0xFF) {
                at++;
            }
            int marker = b.u8(at + 1);
            if (marker == 0xFF) {
                at++;
            } else if (marker == 0xDA || marker == 0xD9) {
                return new Medium.Unknown("JPEG: its image data begins without a frame header", false);
            } else if (isFrame(marker)) {
                return sized(b.u16(at + 7), b.u16(at + 5), Format.JPEG);
            } else if (marker <= 0x01 || marker >= 0xD0 && marker <= 0xD7) {
                at += 2;
            } else {
                at += 2 + Math.max(2, b.u16(at + 2));
            }
        }
    }

    private static boolean isFrame(int marker) {
        return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    }

    static Medium sized(long width, long height, Format format) {
        return width < 1 || height < 1 || width > 1L << 31 || height > 1L << 31
                ? new Medium.Unknown(format + ": its header says " + width + " × " + height + " pixels", false)
                : new Medium.Picture(width, height, format);
    }
}
