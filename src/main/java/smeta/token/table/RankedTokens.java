package smeta.token.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * A vocabulary as tiktoken writes it: tokens with their ranks and no merges, where any two adjacent parts whose bytes
 * together are a token may merge, the lowest rank first.
 */
final class RankedTokens {
    private final byte[][] tokens;

    private RankedTokens(byte[][] tokens) {
        this.tokens = tokens;
    }

    /** Lines of a token in base64, a space, and its rank. */
    static RankedTokens read(InputStream in) throws IOException {
        byte[][] tokens = new byte[1 << VocabularyData.BITS][];
        int size = 0;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int space = line.indexOf(' ');
            int rank = Integer.parseInt(line, space + 1, line.length(), 10);
            tokens[rank] = Base64.getDecoder().decode(line.substring(0, space));
            size = Math.max(size, rank + 1);
        }
        return new RankedTokens(Arrays.copyOf(tokens, size));
    }

    /**
     * The same vocabulary with a merge for each token: the last one that happens when the token's own bytes are merged.
     * In any text, what happens inside the bytes of a token that forms is what happens when they stand alone, so no
     * other pair ever makes it; a token whose bytes alone don't merge to it is found only as a whole piece.
     */
    VocabularyData data() {
        int[] starts = new int[tokens.length + 1];
        for (int token = 0; token < tokens.length; token++) {
            starts[token + 1] = starts[token] + (tokens[token] == null ? 0 : tokens[token].length);
        }
        byte[] pool = new byte[starts[tokens.length]];
        for (int token = 0; token < tokens.length; token++) {
            if (tokens[token] != null) {
                System.arraycopy(tokens[token], 0, pool, starts[token], tokens[token].length);
            }
        }
        int[] left = new int[tokens.length];
        int[] right = new int[tokens.length];
        Arrays.fill(left, -1);
        Arrays.fill(right, -1);
        VocabularyData bare = new VocabularyData(starts, pool, left, right, null, null);
        TokenTable table = new TokenTable(bare);
        for (int token = 0; token < tokens.length; token++) {
            split(bare, table, token);
        }
        return bare;
    }

    private static void split(VocabularyData data, TokenTable table, int token) {
        int length = data.length(token);
        if (length < 2) {
            return;
        }
        int from = data.starts()[token];
        int[] ends = new int[length];
        for (int i = 0; i < length; i++) {
            ends[i] = from + i + 1;
        }
        int count = length;
        while (count > 2) {
            int best = -1;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < count; i++) {
                int rank = table.find(data.pool(), i == 0 ? from : ends[i - 1], ends[i + 1]);
                if (rank >= 0 && rank < least) {
                    least = rank;
                    best = i;
                }
            }
            if (best < 0) {
                return;
            }
            System.arraycopy(ends, best + 1, ends, best, count - best - 1);
            count--;
        }
        data.left()[token] = table.find(data.pool(), from, ends[0]);
        data.right()[token] = table.find(data.pool(), ends[0], ends[1]);
    }
}
