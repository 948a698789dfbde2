package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import smeta.token.table.PackedArrays.Table;

/**
 * Finds the token that has given bytes: three flat tables with open addressing, for tokens of up to 7 bytes, of 8 to 15
 * and of more. The first two hold nothing but the bytes and their number, which make keys of one and two words, so that
 * what a count looks at is as small as can be; what the tokens are stands beside.
 */
public final class TokenTable {
    /** No token has these bytes. */
    public static final int NONE = -1;

    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int LENGTH_BITS = 16;

    private final long[] small;
    private final Beside smallTokens;
    private final int smallShift;
    /** By twos: the first 8 bytes; the others and the length. */
    private final long[] middle;

    private final Beside middleTokens;
    private final int middleShift;
    /** By fours: the first 8 bytes; the last 8; token and length (never 0); where the bytes are in {@link #rest}. */
    private final long[] large;

    private final int largeShift;
    private final byte[] rest;
    private final int longest;
    private volatile @Nullable LetterTable letters;
    private volatile @Nullable WhiteSpaceTokens whiteSpace;

    /** All tokens are found. */
    public TokenTable(VocabularyData data) {
        this(data, token -> true);
    }

    /** @param findable which tokens are found */
    public TokenTable(VocabularyData data, IntPredicate findable) {
        int smalls = 0;
        int middles = 0;
        int larges = 0;
        int bytes = 0;
        int most = 0;
        int[] starts = data.starts();
        for (int token = 1; token < starts.length; token++) {
            int length = starts[token] - starts[token - 1];
            most = Math.max(most, length);
            smalls += length < 8 ? 1 : 0;
            middles += length >= 8 && length < 16 ? 1 : 0;
            larges += length >= 16 ? 1 : 0;
            bytes += length >= 16 ? length : 0;
        }
        small = new long[size(smalls)];
        smallShift = shift(small, 1);
        middle = new long[size(middles) * 2];
        middleShift = shift(middle, 2);
        large = new long[size(larges) * 4];
        largeShift = shift(large, 4);
        rest = new byte[bytes];
        longest = most;
        int[] smallsAt = new int[small.length];
        int[] middlesAt = new int[middle.length / 2];
        fill(data, findable, smallsAt, middlesAt);
        smallTokens = Beside.of(small, 1, smallsAt);
        middleTokens = Beside.of(middle, 2, middlesAt);
    }

    private TokenTable(
            long[] small,
            Beside smallTokens,
            long[] middle,
            Beside middleTokens,
            long[] large,
            byte[] rest,
            int longest) {
        this.small = small;
        this.smallTokens = smallTokens;
        smallShift = shift(small, 1);
        this.middle = middle;
        this.middleTokens = middleTokens;
        middleShift = shift(middle, 2);
        this.large = large;
        largeShift = shift(large, 4);
        this.rest = rest;
        this.longest = longest;
    }

    /** A power of two, so that at most two thirds of the slots are used. */
    private static int size(int entries) {
        return Integer.highestOneBit(Math.max(1, entries + entries / 2)) * 2;
    }

    private static int shift(long[] table, int width) {
        return 64 - Integer.numberOfTrailingZeros(table.length / width);
    }

    void write(DataOutputStream out) throws IOException {
        PackedArrays.writeTable(small, 1, out);
        writeNumbers(smallTokens, out);
        PackedArrays.writeTable(middle, 2, out);
        writeNumbers(middleTokens, out);
        PackedArrays.writeTable(large, 4, out);
        out.writeInt(rest.length);
        out.write(rest);
        out.writeInt(longest);
    }

    private static void writeNumbers(Beside beside, DataOutputStream out) throws IOException {
        for (int number : beside.numbers()) {
            out.writeInt(number);
        }
    }

    static TokenTable read(TableInput in) throws IOException {
        Table small = PackedArrays.table(in, 1);
        Beside smallTokens = small.beside(in);
        Table middle = PackedArrays.table(in, 2);
        Beside middleTokens = middle.beside(in);
        long[] large = PackedArrays.table(in, 4).slots();
        byte[] rest = in.bytes(in.number());
        return new TokenTable(small.slots(), smallTokens, middle.slots(), middleTokens, large, rest, in.number());
    }

    private void fill(VocabularyData data, IntPredicate findable, int[] smallsAt, int[] middlesAt) {
        byte[] pool = data.pool();
        int used = 0;
        for (int token = 0; token < data.size(); token++) {
            int length = data.length(token);
            if (length == 0 || !findable.test(token)) {
                continue;
            }
            int from = data.starts()[token];
            if (length < 8) {
                long key = ByteWords.key(pool, from, length);
                int slot = smallSlot(key);
                small[slot] = key;
                smallsAt[slot] = token;
            } else if (length < 16) {
                long first = ByteWords.eight(pool, from);
                long second = ByteWords.key(pool, from + 8, length - 8);
                int slot = middleSlot(first, second);
                middle[slot] = first;
                middle[slot + 1] = second;
                middlesAt[slot >> 1] = token;
            } else {
                long last = ByteWords.eight(pool, from + length - 8);
                putLarge(ByteWords.eight(pool, from), last, (long) token << LENGTH_BITS | length, used);
                System.arraycopy(pool, from, rest, used, length);
                used += length;
            }
        }
    }

    private void putLarge(long first, long last, long meta, int offset) {
        int slot = largeSlot(first, last);
        while (large[slot + 2] != 0) {
            slot = slot + 4 & large.length - 1;
        }
        large[slot] = first;
        large[slot + 1] = last;
        large[slot + 2] = meta;
        large[slot + 3] = offset;
    }

    /** Where that key is, or would be. */
    private int smallSlot(long key) {
        int slot = (int) (key * MIX >>> smallShift);
        while (small[slot] != key && small[slot] != 0) {
            slot = slot + 1 & small.length - 1;
        }
        return slot;
    }

    private int middleSlot(long first, long second) {
        int slot = (int) (mix(first, second) >>> middleShift) << 1;
        while ((middle[slot] != first || middle[slot + 1] != second) && middle[slot + 1] != 0) {
            slot = slot + 2 & middle.length - 1;
        }
        return slot;
    }

    /** A hash of two words, the upper bits best. */
    public static long mix(long first, long second) {
        return (first ^ Long.rotateLeft(second * MIX, 29)) * MIX;
    }

    private int largeSlot(long first, long last) {
        return (int) (mix(first, last) >>> largeShift) << 2;
    }

    /** The tokens that are words of one alphabet; made when it is first asked for. */
    public LetterTable letters() {
        LetterTable made = letters;
        if (made == null) {
            LetterTable table = new LetterTable();
            each((token, bytes, from, length) -> table.add(bytes, from, length));
            letters = table;
            made = table;
        }
        return made;
    }

    /** The tokens that are white space; made when it is first asked for. */
    public WhiteSpaceTokens whiteSpace() {
        WhiteSpaceTokens made = whiteSpace;
        if (made == null) {
            made = new WhiteSpaceTokens(this);
            whiteSpace = made;
        }
        return made;
    }

    /** What each token is told to. */
    interface Sink {
        void accept(int token, byte[] bytes, int from, int length);
    }

    void each(Sink sink) {
        byte[] bytes = new byte[16];
        int next = 0;
        for (int i = 0; i < small.length; i++) {
            if (small[i] != 0) {
                ByteWords.put(small[i], bytes, 0);
                sink.accept(smallTokens.numbers()[next++], bytes, 0, (int) (small[i] >>> 56) - 1);
            }
        }
        next = 0;
        for (int i = 0; i < middle.length; i += 2) {
            if (middle[i + 1] != 0) {
                ByteWords.put(middle[i], bytes, 0);
                ByteWords.put(middle[i + 1], bytes, 8);
                sink.accept(middleTokens.numbers()[next++], bytes, 0, 8 + (int) (middle[i + 1] >>> 56) - 1);
            }
        }
        for (int i = 0; i < large.length; i += 4) {
            long meta = large[i + 2];
            if (meta != 0) {
                sink.accept((int) (meta >>> LENGTH_BITS), rest, (int) large[i + 3], (int) (meta & 0xFFFF));
            }
        }
    }

    /** Bytes of the longest token. */
    public int longest() {
        return longest;
    }

    /** Whether a token has these 1 to 7 bytes. @param key as {@link ByteWords#key} makes it */
    public boolean hasSmall(long key) {
        return small[smallSlot(key)] != 0;
    }

    /** Whether a token has these 8 to 15 bytes. @param second the key of those after the eighth */
    public boolean hasMiddle(long first, long second) {
        return middle[middleSlot(first, second) + 1] != 0;
    }

    /** The token with these bytes, of which there is at least one; {@link #NONE} if there is none. */
    public int find(byte[] bytes, int from, int end) {
        int length = end - from;
        if (length < 8) {
            int slot = smallSlot(ByteWords.key(bytes, from, length));
            return small[slot] == 0 ? NONE : smallTokens.at(slot);
        }
        if (length < 16) {
            int slot = middleSlot(ByteWords.eight(bytes, from), ByteWords.key(bytes, from + 8, length - 8));
            return middle[slot + 1] == 0 ? NONE : middleTokens.at(slot >> 1);
        }
        return findLarge(bytes, from, length);
    }

    /** The token with these 16 bytes or more; {@link #NONE} if there is none. */
    public int findLarge(byte[] bytes, int from, int length) {
        if (length > longest) {
            return NONE;
        }
        long first = ByteWords.eight(bytes, from);
        long last = ByteWords.eight(bytes, from + length - 8);
        int slot = largeSlot(first, last);
        while (true) {
            long meta = large[slot + 2];
            if (meta == 0) {
                return NONE;
            }
            if (large[slot] == first
                    && large[slot + 1] == last
                    && (meta & 0xFFFF) == length
                    && same(bytes, from, length, (int) large[slot + 3])) {
                return (int) (meta >>> LENGTH_BITS);
            }
            slot = slot + 4 & large.length - 1;
        }
    }

    private boolean same(byte[] bytes, int from, int length, int offset) {
        return Arrays.equals(bytes, from, from + length, rest, offset, offset + length);
    }
}
