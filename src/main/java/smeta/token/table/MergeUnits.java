package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What merging starts from. By definition these are single bytes; but a character that is a token starts as that token
 * wherever it is certain that its bytes merge to it before any of them can merge with a neighbour, which leaves a half
 * to a third of the work.
 */
public final class MergeUnits {
    private static final int PAGE = 256;
    private static final int[] NO_CHARACTERS = new int[PAGE];
    private static final long[] NO_CONDITIONS = new long[PAGE];

    static {
        Arrays.fill(NO_CHARACTERS, -1);
    }

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int[] bytes = new int[256];
    /** By code point: the token, or -1; and the conditions under which it is certain. */
    private final int[][] characters = new int[(Character.MAX_CODE_POINT + 1) / PAGE][];

    private final long[][] conditions = new long[characters.length][];
    private final long[] bonds;
    private final int bondShift;

    private MergeUnits(long[] bonds) {
        this.bonds = bonds;
        bondShift = 64 - 6 - Integer.numberOfTrailingZeros(bonds.length);
        Arrays.fill(bytes, -1);
        Arrays.fill(characters, NO_CHARACTERS);
        Arrays.fill(conditions, NO_CONDITIONS);
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
                units.put(Utf8.codePoint(data.pool(), from, length), token, -1);
            }
        }
        for (int token = 0; token < data.size(); token++) {
            units.bond(data.pool(), data.starts()[token], data.starts()[token + 1]);
        }
        return units;
    }

    private void put(int codePoint, int token, long when) {
        int page = codePoint / PAGE;
        if (characters[page] == NO_CHARACTERS) {
            characters[page] = NO_CHARACTERS.clone();
            conditions[page] = NO_CONDITIONS.clone();
        }
        characters[page][codePoint % PAGE] = token;
        conditions[page][codePoint % PAGE] = when;
    }

    void write(DataOutputStream out) throws IOException {
        PackedArrays.write(bonds, out);
        PackedArrays.write(bytes, out);
        for (int page = 0; page < characters.length; page++) {
            if (characters[page] != NO_CHARACTERS) {
                out.writeInt(page);
                PackedArrays.write(characters[page], out);
                PackedArrays.write(conditions[page], out);
            }
        }
        out.writeInt(-1);
    }

    static MergeUnits read(TableInput in) throws IOException {
        MergeUnits units = new MergeUnits(PackedArrays.longs(in));
        System.arraycopy(PackedArrays.ints(in), 0, units.bytes, 0, 256);
        for (int page = in.number(); page >= 0; page = in.number()) {
            units.characters[page] = PackedArrays.ints(in);
            units.conditions[page] = PackedArrays.longs(in);
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

    /** Whether a merge may ever go across the border of the two; false is certain, true is not. */
    public boolean bonded(int left, int right) {
        long bit = bit(left, right);
        return (bonds[(int) (bit >>> 6)] >>> bit & 1) != 0;
    }

    /** The token of a single byte. */
    public int ofByte(byte value) {
        return bytes[value & 0xFF];
    }

    /** The token of a character from U+0080, or -1. */
    public int character(int codePoint) {
        return characters[codePoint / PAGE][codePoint % PAGE];
    }

    /** The conditions, {@link #before} and {@link #after}, under which that token is certain. */
    public long conditions(int codePoint) {
        return conditions[codePoint / PAGE][codePoint % PAGE];
    }

    /** The condition of standing before this byte, which starts a character. */
    public static long before(byte next) {
        return next >= 0 ? 1L << 63 : 1L << (next & 0x3F);
    }

    /**
     * The condition of standing after this byte, which ends a character. No character starts with the bytes F8 and on.
     */
    public static long after(byte previous) {
        return previous >= 0 ? 1L << 62 : 1L << 61;
    }
}
