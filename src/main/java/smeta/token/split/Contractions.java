package smeta.token.split;

/** The English endings that the splitting expressions keep whole: 's 't 're 've 'm 'll 'd. */
final class Contractions {
    private Contractions() {}

    /** The end of the contraction in small letters that starts there; that place itself if there is none. */
    static int small(byte[] utf8, int from, int end) {
        return find(utf8, from, end, 0);
    }

    /** The same without regard to case; the long s, U+017F, folds to s. */
    static int anyCase(byte[] utf8, int from, int end) {
        if (from + 1 >= end || utf8[from] != '\'') {
            return from;
        }
        if (utf8[from + 1] == (byte) 0xC5 && utf8[from + 2] == (byte) 0xBF) {
            return from + 3;
        }
        return find(utf8, from, end, 0x20);
    }

    private static int find(byte[] utf8, int from, int end, int fold) {
        if (from + 1 >= end) {
            return from;
        }
        int second = from + 2 < end ? utf8[from + 2] | fold : 0;
        return switch (utf8[from + 1] | fold) {
            case 's', 't', 'm', 'd' -> from + 2;
            case 'l' -> second == 'l' ? from + 3 : from;
            case 'r', 'v' -> second == 'e' ? from + 3 : from;
            default -> from;
        };
    }
}
