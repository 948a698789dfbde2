package smeta.token.table;

/**
 * A word in one of the alphabets whose letters have two bytes each, with or without a space before it, as a key with a
 * byte for each letter: so a word of up to 14 letters takes no more than one of ASCII does. The key is one word of
 * memory up to 7 letters, and two above; it says all of the bytes, and is never that of other bytes, since
 * {@link ByteWords#key} doesn't use its numbers of lengths. Holds one key at a time.
 */
public final class LetterWord {
    /** Letters of the longest word that has a key. */
    public static final int LONGEST = 14;
    /** Bytes that may be looked at from the start of a word on. */
    private static final int REACH = 40;
    /** Letters of a key that is one word of memory. */
    private static final int SMALL = 7;

    private static final int SMALL_MARK = 0x10;
    private static final long MIDDLE_MARK = 9L << 56;

    private static final long EACH_SECOND = 0x0001000100010001L;
    private static final long LEADS = EACH_SECOND * 0xFE;
    /** The first of the two first bytes of its letters; the first and the last of its plain small letters. */
    private static final int[][] ALPHABETS = {{0xCE, 'ά', 'ώ'}, {0xD0, 'а', 'џ'}, {0xD6, 'א', 'ת'}, {0xD8, 'ؠ', 'ي'}};
    /** By a lead byte: 1 and on, and 0 if no alphabet has it. */
    private static final byte[] ALPHABET = new byte[256];
    /** By alphabet, for each byte: what brings the first plain letter to 80, and what the first one after them. */
    private static final long[] FROM = new long[ALPHABETS.length + 1];

    private static final long[] AFTER = new long[ALPHABETS.length + 1];

    static {
        for (int i = 0; i < ALPHABETS.length; i++) {
            int lead = ALPHABETS[i][0];
            ALPHABET[lead] = (byte) (i + 1);
            ALPHABET[lead + 1] = (byte) (i + 1);
            FROM[i + 1] = ByteWords.EACH * (0x80 - (ALPHABETS[i][1] & 0x7F));
            AFTER[i + 1] = ByteWords.EACH * (0x80 - (ALPHABETS[i][2] & 0x7F) - 1);
        }
    }

    private long first;
    private long second;
    private int end;

    /** The key, or its first half. */
    public long first() {
        return first;
    }

    /** The second half of the key; 0 if it has none, which is so up to 7 letters. */
    public long second() {
        return second;
    }

    /** Where the word ends. */
    public int end() {
        return end;
    }

    /**
     * Reads the piece that starts at {@code from} if it certainly is such a word: a letter and then small letters, or
     * letters without case, before something that goes on no word.
     *
     * @param contractions whether an apostrophe may go on a word
     */
    public boolean read(byte[] utf8, int from, boolean contractions) {
        int space = utf8[from] == ' ' ? 1 : 0;
        int at = from + space;
        if (from + REACH > utf8.length) {
            return false;
        }
        int alphabet = ALPHABET[utf8[at] & 0xFF];
        if (alphabet == 0) {
            return false;
        }
        int letters = take(utf8, at);
        long low = first;
        long high = second;
        if (letters > LONGEST || !small(low, alphabet) && !capital(low, utf8, at, alphabet) || !small(high, alphabet)) {
            return false;
        }
        end = at + 2 * letters;
        if (CharacterClasses.at(utf8, end) <= CharacterClasses.MARK || contractions && utf8[end] == '\'') {
            return false;
        }
        put(low, high, letters, alphabet << 1 | space);
        return true;
    }

    /** Reads a piece of well-formed UTF-8 if it is one letter or more of one alphabet, with or without a space before. */
    public boolean keyed(byte[] utf8, int from, int end) {
        int space = utf8[from] == ' ' ? 1 : 0;
        int at = from + space;
        if (from + REACH > utf8.length) {
            return false;
        }
        int alphabet = ALPHABET[utf8[at] & 0xFF];
        int letters = end - at >> 1;
        if (alphabet == 0 || letters > LONGEST || (end - at & 1) != 0) {
            return false;
        }
        if (take(utf8, at) != letters) {
            return false;
        }
        this.end = end;
        put(first, second, letters, alphabet << 1 | space);
        return true;
    }

    /**
     * Takes the letters of one alphabet from there on, 16 at most, and gives their number; a byte for each is left in the
     * two words of the key. Up to eight nothing branches, since nothing foresees how long a word is.
     */
    private int take(byte[] utf8, int at) {
        long lead = EACH_SECOND * (utf8[at] & 0xFE);
        long four = ByteWords.eight(utf8, at);
        long next = ByteWords.eight(utf8, at + 8);
        int letters = run(four, lead);
        letters += run(next, lead) & -(letters >>> 2);
        first = (packed(four) | packed(next) << 32) & -1L >>> 64 - 8 * letters;
        second = 0;
        if (letters == 8) {
            four = ByteWords.eight(utf8, at + 16);
            next = ByteWords.eight(utf8, at + 24);
            int more = run(four, lead);
            more += run(next, lead) & -(more >>> 2);
            second = (packed(four) | packed(next) << 32) & (1L << 8 * more) - 1;
            letters += more;
        }
        return letters;
    }

    /** How many of four letters have this first byte, but for its lowest bit, before one that hasn't. */
    private static int run(long four, long lead) {
        return Long.numberOfTrailingZeros(four & LEADS ^ lead) >>> 4;
    }

    private static boolean small(long letters, int alphabet) {
        long low = letters & ~ByteWords.HIGH;
        return (low + FROM[alphabet] & ~(low + AFTER[alphabet]) & letters & ByteWords.HIGH)
                == (letters & ByteWords.HIGH);
    }

    private static boolean capital(long letters, byte[] utf8, int at, int alphabet) {
        return small(letters & -256, alphabet) && CharacterClasses.at(utf8, at) <= CharacterClasses.UNCASED;
    }

    /** Reads these bytes, and says whether they are one letter or more of one alphabet, with or without a space before. */
    public boolean read(byte[] bytes, int from, int end) {
        int space = bytes[from] == ' ' ? 1 : 0;
        int at = from + space;
        int letters = end - at >> 1;
        if (letters < 1 || letters > LONGEST || (end - at & 1) != 0 || ALPHABET[bytes[at] & 0xFF] == 0) {
            return false;
        }
        long low = 0;
        long high = 0;
        for (int i = letters - 1; i >= 0; i--) {
            byte lead = bytes[at + 2 * i];
            byte other = bytes[at + 2 * i + 1];
            if (((lead ^ bytes[at]) & 0xFE) != 0 || other >= 0 || !Utf8.continues(other)) {
                return false;
            }
            int letter = 0x80 | lead << 6 & 0x40 | other & 0x3F;
            if (i < 8) {
                low = low << 8 | letter;
            } else {
                high = high << 8 | letter;
            }
        }
        this.end = end;
        put(low, high, letters, ALPHABET[bytes[at] & 0xFF] << 1 | space);
        return true;
    }

    /** @param kind the alphabet and whether there is a space */
    private void put(long low, long high, int letters, int kind) {
        // All bits up to SMALL letters: nothing foresees how long a word is, so nothing branches by it.
        long small = letters - SMALL - 1 >> 31;
        first = low | (long) (SMALL_MARK | kind) << 56 & small;
        second = (high | (long) kind << 48 | MIDDLE_MARK) & ~small;
    }

    /** Four letters of two bytes as one byte each, which is never 0. */
    private static long packed(long four) {
        long apart = (four & EACH_SECOND) << 6 | four >>> 8 & EACH_SECOND * 0x3F | EACH_SECOND << 7;
        long pairs = (apart | apart >>> 8) & 0x0000FFFF0000FFFFL;
        return (pairs | pairs >>> 16) & 0xFFFFFFFFL;
    }
}
