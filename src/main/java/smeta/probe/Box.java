package smeta.probe;

import org.jspecify.annotations.Nullable;

/** A box of an ISO media file (MP4, MOV, HEIC, AVIF): its type, and where its content begins and ends. */
record Box(String type, long start, long end) {
    /** More boxes side by side than any honest file has. */
    private static final int MOST = 100_000;

    /** Walks the boxes side by side from {@code at}. Only the media data may be cut off at {@code end}. */
    static final class Walk {
        private final Bytes bytes;
        private final long end;
        private long at;
        private int seen;

        Walk(Bytes bytes, long at, long end) {
            this.bytes = bytes;
            this.at = at;
            this.end = end;
        }

        /** The next box, or null at the end or where a size makes no sense. */
        @Nullable
        Box next() {
            if (end - at < 8 || ++seen > MOST) {
                return null;
            }
            long size = bytes.u32(at);
            String type = bytes.type(at + 4);
            long start = at + 8;
            if (size == 1) {
                size = bytes.u64(start);
                start += 8;
            } else if (size == 0) {
                size = end - at;
            }
            if (size < start - at) {
                return null;
            }
            if (size > end - at && !type.equals("mdat")) {
                throw new BytesMissing(false);
            }
            at = size > end - at ? end : at + size;
            return new Box(type, start, at);
        }
    }

    Walk in(Bytes bytes) {
        return new Walk(bytes, start, end);
    }

    /** The first box of that type in this one. */
    @Nullable
    Box find(Bytes bytes, String wanted) {
        return find(in(bytes), wanted);
    }

    static @Nullable Box find(Walk walk, String wanted) {
        for (Box box = walk.next(); box != null; box = walk.next()) {
            if (box.type.equals(wanted)) {
                return box;
            }
        }
        return null;
    }

    /** The first box down that path. */
    @Nullable
    Box path(Bytes bytes, String... types) {
        Box box = this;
        for (String type : types) {
            box = box == null ? null : box.find(bytes, type);
        }
        return box;
    }
}
