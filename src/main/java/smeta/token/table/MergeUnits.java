package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What merging starts from. By definition these are single bytes; but a character that is a token starts as that token
 * wherever it is certain that its bytes merge to it before any of them can merge with a neighbour, which leaves a half
 * to a third of the work.
 */
public final class MergeUnits {
    private static final int PAGE = 256;
    /** In place of a byte where there is none: before the first and after the last of a piece. */
    public static final int BORDER = 256;
    /** Bits of the first word that no byte which starts a character has. */
    static final int BEFORE_ASCII = 63;

    public static final int AFTER_ASCII = 62;
    public static final int ALONE = 61;

    private static final int WIDTH = 3;
    private static final long[] NO_CHARACTERS = new long[WIDTH * PAGE];

    static {
        for (int i = 2; i < NO_CHARACTERS.length; i += WIDTH) {
            NO_CHARACTERS[i] = -1;
        }
    }

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int[] bytes = new int[256];
    /**
     * By code point, by threes: before which bytes it certainly is a token, as bits; after which; the token, or -1.
     */
    private final long[][] characters = new long[(Character.MAX_CODE_POINT + 1) / PAGE][];

    private final long[] bonds;
    private final int bondShift;
    private volatile @Nullable WideCharacters wide;

    private MergeUnits(long[] bonds) {
        this.bonds = bonds;
        bondShift = 64 - 6 - Integer.numberOfTrailingZeros(bonds.length);
        Arrays.fill(bytes, -1);
        Arrays.fill(characters, NO_CHARACTERS);
    }

    /** Works out the units of a vocabulary, which takes some time. */
    public MergeUnits(VocabularyData data) {
        this(new long[Math.max(1, Integer.highestOneBit(data.size()) >> 2)]);
        for (int token = 0; token < data.size(); token++) {
            if (data.length(token) == 1) {
                bytes[data.pool()[data.starts()[token]] & 0xFF] = token;
            }
        }
        new SafeCharacters(data).characters(this::put);
        for (int token = 0; token < data.size(); token++) {
            bond(data.pool(), data.starts()[token], data.starts()[token + 1]);
        }
    }

    /**
     * The units of a vocabulary whose merging starts from characters: each that is a token, and else its bytes.
     *
     * @param byteTokens the tokens that stand for single bytes
     */
    public static MergeUnits ofCharacters(VocabularyData data, int[] byteTokens) {
        MergeUnits units = new MergeUnits(new long[Math.max(1, Integer.highestOneBit(data.size()) >> 2)]);
        System.arraycopy(byteTokens, 0, units.bytes, 0, 256);
        for (int token = 0; token < data.size(); token++) {
            int from = data.starts()[token];
            int length = data.length(token);
            if (length == 1 && data.pool()[from] >= 0 && token != byteTokens[data.pool()[from]]) {
                units.bytes[data.pool()[from]] = token;
            } else if (Utf8.isCharacter(data.pool(), from, length)) {
                units.put(Utf8.codePoint(data.pool(), from, length), token, -1, -1);
            }
        }
        for (int token = 0; token < data.size(); token++) {
            units.bond(data.pool(), data.starts()[token], data.starts()[token + 1]);
        }
        return units;
    }

    private void put(int codePoint, int token, long certainBefore, long certainAfter) {
        int page = codePoint / PAGE;
        int at = codePoint % PAGE * WIDTH;
        if (characters[page] == NO_CHARACTERS) {
            characters[page] = NO_CHARACTERS.clone();
        }
        characters[page][at] = certainBefore;
        characters[page][at + 1] = certainAfter;
        characters[page][at + 2] = token;
    }

    void write(DataOutputStream out) throws IOException {
        PackedArrays.write(bonds, out);
        PackedArrays.write(bytes, out);
        for (int page = 0; page < characters.length; page++) {
            if (characters[page] != NO_CHARACTERS) {
                out.writeInt(page);
                PackedArrays.write(characters[page], out);
            }
        }
        out.writeInt(-1);
    }

    static MergeUnits read(TableInput in) throws IOException {
        MergeUnits units = new MergeUnits(PackedArrays.longs(in));
        System.arraycopy(PackedArrays.ints(in), 0, units.bytes, 0, 256);
        for (int page = in.number(); page >= 0; page = in.number()) {
            units.characters[page] = PackedArrays.longs(in);
        }
        return units;
    }

    /** Marks what is adjacent in a token, both as bytes and as characters, since either may be a unit in a text. */
    private void bond(byte[] pool, int from, int end) {
        int left = -1;
        int leftCharacter = -1;
        int i = from;
        while (i < end) {
            int length = pool[i] < (byte) 0xC0 ? 1 : CharacterClasses.length(pool[i]);
            boolean whole = length > 1 && i + length <= end && Utf8.isCharacter(pool, i, length);
            int character = whole ? character(Utf8.codePoint(pool, i, length)) : -1;
            int right = bytes[pool[i] & 0xFF];
            if (i > from) {
                bond(left, right);
                bond(leftCharacter, right);
                bond(left, character);
                bond(leftCharacter, character);
            }
            int stop = Math.min(end, i + length);
            for (i++; i < stop; i++) {
                bond(right, bytes[pool[i] & 0xFF]);
                right = bytes[pool[i] & 0xFF];
            }
            left = right;
            leftCharacter = character;
        }
    }

    private void bond(int left, int right) {
        if (left >= 0 && right >= 0) {
            long bit = bit(left, right);
            bonds[(int) (bit >>> 6)] |= 1L << bit;
        }
    }

    private long bit(int left, int right) {
        return ((long) left << VocabularyData.BITS | right) * MIX >>> bondShift;
    }

    /** 1 if certainly no merge ever goes across the border of the two, else 0. */
    public long cut(int left, int right) {
        long bit = bit(left, right);
        return ~bonds[(int) (bit >>> 6)] >>> bit & 1;
    }

    /** The token of a single byte. */
    public int ofByte(byte value) {
        return bytes[value & 0xFF];
    }

    /** The token of a character from U+0080, or -1. */
    private int character(int codePoint) {
        return (int) characters[codePoint / PAGE][codePoint % PAGE * WIDTH + 2];
    }

    /**
     * The token of a character from U+0080 if it is certain between these two bytes, or -1.
     *
     * @param previous the byte that ends the character before; {@link #BORDER} if there is none
     * @param next     the byte that starts the character after; {@link #BORDER} if there is none
     */
    public int certain(int codePoint, int previous, int next) {
        long[] page = characters[codePoint / PAGE];
        int at = codePoint % PAGE * WIDTH;
        long before = page[at];
        // A shift takes the lowest six bits of what it is by, which tell the last bytes of characters apart, and the
        // first.
        long left = (previous & 0xC0) == 0x80 ? page[at + 1] >>> previous : before >>> place(previous, AFTER_ASCII);
        long right = before >>> (next < BORDER && next >= 0x80 ? next : place(next, BEFORE_ASCII));
        return (left & right & 1) != 0 ? (int) page[at + 2] : -1;
    }

    /** What is known of the characters of three bytes; made when it is first asked for. */
    public WideCharacters wide() {
        WideCharacters made = wide;
        if (made == null) {
            made = new WideCharacters();
            for (int c = WideCharacters.FIRST; c <= Character.MAX_VALUE; c++) {
                long[] page = characters[c / PAGE];
                int at = c % PAGE * WIDTH;
                if (page[at + 2] >= 0) {
                    made.add(c, (int) page[at + 2], page[at], page[at + 1]);
                }
            }
            wide = made;
        }
        return made;
    }

    private static int place(int neighbour, int ascii) {
        return neighbour == BORDER ? ALONE : ascii;
    }
}
