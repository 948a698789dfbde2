package smeta.probe;

import java.util.Set;

/**
 * WebM and Matroska. The elements are walked as one flat row: a container is entered, anything else is skipped, so that
 * containers of unknown size (as live recorders write them) need no stack. The stated length is a floating-point number
 * in the format itself; where it is missing, the time of the last frame stands for it.
 */
final class Matroska {
    private static final long CLUSTER = 0x1F43B675L;
    private static final Set<Long> CONTAINERS =
            Set.of(0x18538067L, 0x1549A966L, 0x1654AE6BL, 0xAEL, 0xE0L, CLUSTER, 0xA0L);

    private final Bytes bytes;
    private long nanosPerUnit = 1_000_000;
    private double units = -1;
    private long cluster;
    private long last;
    private long width;
    private long height;
    private boolean seen;
    private boolean heard;

    private Matroska(Bytes bytes) {
        this.bytes = bytes;
    }

    static Medium read(Bytes bytes) {
        Matroska file = new Matroska(bytes);
        boolean more = false;
        try {
            file.walk();
        } catch (BytesMissing cut) {
            more = cut.more;
        }
        return file.medium(more);
    }

    private void walk() {
        long at = 0;
        while (at < bytes.total()) {
            int idLength = Integer.numberOfLeadingZeros(bytes.u8(at)) - 23;
            if (idLength > 4) {
                return;
            }
            long id = number(at, idLength);
            long sizeAt = at + idLength;
            int sizeLength = Integer.numberOfLeadingZeros(bytes.u8(sizeAt)) - 23;
            if (sizeLength > 8) {
                return;
            }
            long size = number(sizeAt, sizeLength) & (1L << 7 * sizeLength) - 1;
            long body = sizeAt + sizeLength;
            if (id == CLUSTER && units >= 0) {
                return;
            }
            if (CONTAINERS.contains(id)) {
                at = body;
            } else {
                leaf(id, body, size);
                at = size > bytes.total() - body ? bytes.total() : body + size;
            }
        }
    }

    private void leaf(long id, long body, long size) {
        int length = (int) Math.min(size, 8);
        if (id == 0x2AD7B1) {
            nanosPerUnit = Math.max(1, number(body, length));
        } else if (id == 0x4489 && (size == 4 || size == 8)) {
            units = size == 4 ? Float.intBitsToFloat((int) bytes.u32(body)) : Double.longBitsToDouble(bytes.u64(body));
        } else if (id == 0x83) {
            seen |= number(body, length) == 1;
            heard |= number(body, length) == 2;
        } else if (id == 0xB0) {
            width = Math.max(width, number(body, length));
        } else if (id == 0xBA) {
            height = Math.max(height, number(body, length));
        } else if (id == 0xE7) {
            cluster = number(body, length);
        } else if (id == 0xA3 || id == 0xA1) {
            int trackLength = Integer.numberOfLeadingZeros(bytes.u8(body)) - 23;
            last = Math.max(last, cluster + (short) bytes.u16(body + trackLength));
        }
    }

    private long number(long at, int length) {
        long number = 0;
        for (int i = 0; i < length; i++) {
            number = number << 8 | bytes.u8(at + i);
        }
        return number;
    }

    private Medium medium(boolean more) {
        if (units < 0 && more) {
            return new Medium.Unknown("WebM: the bytes end before its length is known", true);
        }
        double time = (units >= 0 ? units : last) * nanosPerUnit / 1e6;
        long millis = time >= 0 && time < 1e15 ? Length.millis((long) Math.ceil(time), 1000) : -1;
        if (millis < 0 || millis == 0 && units < 0) {
            return new Medium.Unknown("WebM: it states no length, or an absurd one", false);
        }
        if (!seen && !heard) {
            return new Medium.Unknown("WebM: it has neither a video nor a sound track", more);
        }
        if (!seen) {
            return new Medium.Sound(millis, Format.WEBM);
        }
        return width > 0 && height > 0 && width <= 1L << 31 && height <= 1L << 31
                ? new Medium.Film(width, height, millis, heard, Format.WEBM)
                : new Medium.Unknown("WebM: its video track states no size", more);
    }
}
