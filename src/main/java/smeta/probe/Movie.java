package smeta.probe;

import org.jspecify.annotations.Nullable;

/** MP4, M4A and MOV (ISO 14496-12): length and frame size out of the {@code moov} box, wherever it stands. */
final class Movie {
    private Movie() {}

    static Medium read(Bytes b, Format format) {
        Box movie = Box.find(new Box.Walk(b, 0, b.total()), "moov");
        if (movie == null) {
            return new Medium.Unknown(format + ": it has no moov box", false);
        }
        long width = 0;
        long height = 0;
        boolean seen = false;
        boolean heard = false;
        long longestTrack = 0;
        Box.Walk walk = movie.in(b);
        for (Box track = walk.next(); track != null; track = walk.next()) {
            if (!track.type().equals("trak")) {
                continue;
            }
            String kind = kind(b, track);
            heard |= kind.equals("soun");
            longestTrack = Math.max(longestTrack, millis(b, track.path(b, "mdia", "mdhd")));
            Box header = track.find(b, "tkhd");
            if (kind.equals("vide") && header != null) {
                seen = true;
                long at = header.start() + (b.u8(header.start()) == 1 ? 88 : 76);
                long w = b.u16(at);
                long h = b.u16(at + 4);
                if (w * h > width * height) {
                    width = w;
                    height = h;
                }
            }
        }
        long millis = Math.max(millis(b, movie.find(b, "mvhd")), 0);
        millis = millis > 0 ? millis : longestTrack > 0 ? longestTrack : fragments(b, movie);
        if (millis <= 0) {
            return new Medium.Unknown(format + ": its header states no length", false);
        }
        if (!seen) {
            return heard
                    ? new Medium.Sound(millis, Format.M4A)
                    : new Medium.Unknown(format + ": it has neither a video nor a sound track", false);
        }
        return width > 0 && height > 0
                ? new Medium.Film(width, height, millis, heard, format)
                : new Medium.Unknown(format + ": its video track states no size", false);
    }

    private static String kind(Bytes b, Box track) {
        Box handler = track.path(b, "mdia", "hdlr");
        return handler == null ? "" : b.type(handler.start() + 8);
    }

    /** Out of mvhd and mdhd, which begin alike; 0 if unknown. */
    private static long millis(Bytes b, @Nullable Box header) {
        if (header == null) {
            return 0;
        }
        boolean wide = b.u8(header.start()) == 1;
        long timescale = b.u32(header.start() + (wide ? 20 : 12));
        long units = wide ? b.u64(header.start() + 24) : b.u32(header.start() + 16);
        boolean unknown = !wide && units == 0xFFFFFFFFL;
        return unknown ? 0 : Math.max(0, Length.millis(units, timescale));
    }

    /** A fragmented file states its length in {@code mvex/mehd}, or in the segment index. */
    private static long fragments(Bytes b, Box movie) {
        Box header = movie.path(b, "mvex", "mehd");
        Box whole = movie.find(b, "mvhd");
        if (header != null && whole != null) {
            boolean wide = b.u8(header.start()) == 1;
            long timescale = b.u32(whole.start() + (b.u8(whole.start()) == 1 ? 20 : 12));
            return Length.millis(wide ? b.u64(header.start() + 4) : b.u32(header.start() + 4), timescale);
        }
        Box index = Box.find(new Box.Walk(b, 0, b.total()), "sidx");
        if (index == null) {
            return 0;
        }
        long at = index.start() + (b.u8(index.start()) == 0 ? 22 : 30);
        int references = b.u16(at);
        long units = 0;
        for (int i = 0; i < references; i++) {
            units += b.u32(at + 2 + 12L * i + 4);
        }
        return Length.millis(units, b.u32(index.start() + 8));
    }
}
