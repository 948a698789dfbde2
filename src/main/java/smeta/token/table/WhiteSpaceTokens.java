package smeta.token.table;

import java.util.Arrays;

/**
 * The tokens that are nothing but spaces, tabs and ends of lines, as a tree by their bytes; and which two of them may
 * stand side by side, as far as somebody has worked that out. Such tokens have numbers of their own here, from 0. Threads
 * may miss what others work out, and then do it once more.
 */
public final class WhiteSpaceTokens {
    /** No token. */
    public static final int NONE = -1;
    /** Nobody has worked out yet whether a token may follow another one. */
    public static final int UNKNOWN = 0;
    /** It may not. */
    public static final int APART = 1;
    /** It may. */
    public static final int BESIDE = 3;
    /** Bytes of the alphabet that such tokens are made of. */
    private static final int LETTERS = 4;

    private static final byte[] LETTER = new byte[256];

    static {
        Arrays.fill(LETTER, (byte) NONE);
        LETTER[' '] = 0;
        LETTER['\t'] = 1;
        LETTER['\n'] = 2;
        LETTER['\r'] = 3;
    }

    /** By node and letter: the node below; 0, which is the root, if there is none. */
    private int[] below = new int[256 * LETTERS];
    /** By node: its token. */
    private int[] at = new int[256];

    private int nodes = 1;
    private int size;
    private int[] numbers = new int[512];
    private int[] lengths = new int[512];
    /** By token: the longest shorter one that it begins with. */
    private final int[] shorter;
    /** By two tokens, two bits: whether that is known, and whether they may. */
    private final int[] pairs;

    WhiteSpaceTokens(TokenTable tokens) {
        at[0] = NONE;
        tokens.each(this::add);
        shorter = new int[size];
        link(0, NONE);
        pairs = new int[size * size / 16 + 1];
    }

    private void add(int token, byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (LETTER[bytes[i] & 0xFF] == NONE) {
                return;
            }
        }
        int node = 0;
        for (int i = from; i < from + length; i++) {
            int edge = node * LETTERS + LETTER[bytes[i] & 0xFF];
            if (below[edge] == 0) {
                if (nodes == at.length) {
                    at = Arrays.copyOf(at, nodes * 2);
                    below = Arrays.copyOf(below, nodes * 2 * LETTERS);
                }
                at[nodes] = NONE;
                below[edge] = nodes++;
            }
            node = below[edge];
        }
        if (size == numbers.length) {
            numbers = Arrays.copyOf(numbers, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
        }
        at[node] = size;
        numbers[size] = token;
        lengths[size++] = length;
    }

    private void link(int node, int longest) {
        int token = at[node];
        if (token != NONE) {
            shorter[token] = longest;
        }
        for (int letter = 0; letter < LETTERS; letter++) {
            int next = below[node * LETTERS + letter];
            if (next != 0) {
                link(next, token == NONE ? longest : token);
            }
        }
    }

    /** Whether tokens may have that byte. */
    public static boolean isWhiteSpace(byte value) {
        return LETTER[value & 0xFF] != NONE;
    }

    /** The longest token that these bytes, all of them such white space, begin with. */
    public int longest(byte[] bytes, int from, int end) {
        int found = NONE;
        int node = 0;
        for (int i = from; i < end; i++) {
            node = below[node * LETTERS + LETTER[bytes[i]]];
            if (node == 0) {
                break;
            }
            int token = at[node];
            found = token == NONE ? found : token;
        }
        return found;
    }

    /** The longest shorter token that this one begins with. */
    public int shorter(int token) {
        return shorter[token];
    }

    /** Bytes of a token. */
    public int length(int token) {
        return lengths[token];
    }

    /** What the vocabulary calls a token. */
    public int number(int token) {
        return numbers[token];
    }

    /** Whether the second may follow the first one: {@link #UNKNOWN}, {@link #APART} or {@link #BESIDE}. */
    public int beside(int first, int second) {
        int pair = first * size + second;
        return pairs[pair >> 4] >>> 2 * (pair & 15) & BESIDE;
    }

    /** Both bits are written at once, so that what is known is right in every thread. */
    public void put(int first, int second, boolean mayFollow) {
        int pair = first * size + second;
        pairs[pair >> 4] |= (mayFollow ? BESIDE : APART) << 2 * (pair & 15);
    }
}
