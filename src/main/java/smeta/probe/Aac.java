package smeta.probe;

/** Raw AAC in ADTS frames (ISO 13818-7), which has no header but those of its frames: all of them are walked. */
final class Aac {
    private static final int[] HERTZ = {
        96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350
    };
    private static final int SAMPLES = 1024;

    private Aac() {}

    static boolean begins(Bytes b) {
        return b.length() >= 7 && isFrame(b, 0);
    }

    static Medium read(Bytes b) {
        if (!b.isWhole()) {
            return new Medium.Unknown("AAC: its length is found by walking all of it", true);
        }
        int hertz = HERTZ[b.u8(2) >> 2 & 15];
        long samples = 0;
        long at = 0;
        while (at + 7 <= b.total()) {
            if (isFrame(b, at)) {
                samples += (long) SAMPLES * ((b.u8(at + 6) & 3) + 1);
                at += bytes(b, at);
            } else {
                at++;
            }
        }
        return Length.sound(samples, hertz, Format.AAC);
    }

    private static boolean isFrame(Bytes b, long at) {
        return b.u8(at) == 0xFF
                && (b.u8(at + 1) & 0xF6) == 0xF0
                && (b.u8(at + 2) >> 2 & 15) < HERTZ.length
                && bytes(b, at) >= 7;
    }

    private static int bytes(Bytes b, long at) {
        return (b.u8(at + 3) & 3) << 11 | b.u8(at + 4) << 3 | b.u8(at + 5) >> 5;
    }
}
