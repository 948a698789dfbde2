package smeta.token.json;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import smeta.token.Vocabulary;
import smeta.token.merge.BytePairVocabulary;
import smeta.token.merge.Merger;
import smeta.token.split.SplitAtOffsets;
import smeta.token.split.Splitter;
import smeta.token.table.BytePairs;
import smeta.token.table.IntList;
import smeta.token.table.MergeUnits;
import smeta.token.table.PairTable;
import smeta.token.table.TokenLengths;
import smeta.token.table.TokenTable;
import smeta.token.table.Utf8;
import smeta.token.table.VocabularyData;
import smeta.token.table.VocabularyTables;

/** Makes a vocabulary of the tokens and merges of a {@code tokenizer.json}. */
final class TokenizerTables {
    private static final byte[] NONE = {};

    private final TokenizerJson json;
    private final Map<String, Integer> vocabulary;
    private final List<String[]> merges;
    private final byte[][] tokens;

    TokenizerTables(TokenizerJson json, Map<String, Integer> vocabulary, List<String[]> merges) {
        this.json = json;
        this.vocabulary = vocabulary;
        this.merges = merges;
        int last =
                vocabulary.values().stream().mapToInt(Integer::intValue).max().orElse(-1);
        if (last >= (1 << VocabularyData.BITS) - 1 || merges.size() >= (1 << VocabularyData.BITS) - 1 || last < 0) {
            throw json.refused(
                    "/model",
                    "expected 1 to " + ((1 << VocabularyData.BITS) - 1) + " tokens and merges, found " + (last + 1)
                            + " and " + merges.size());
        }
        tokens = new byte[last + 1][];
        Arrays.fill(tokens, NONE);
    }

    /** Tokens are written in letters that stand for bytes, and merging starts from bytes. */
    Vocabulary byteLevel(String name, TokenizerSteps steps, boolean wholePieces) {
        vocabulary.forEach((text, id) -> {
            byte[] bytes = ByteAlphabet.bytes(text);
            tokens[id] = bytes == null ? NONE : bytes;
        });
        boolean[] present = new boolean[256];
        for (byte[] token : tokens) {
            if (token.length == 1) {
                present[token[0] & 0xFF] = true;
            }
        }
        for (int b = 0; b < 256; b++) {
            if (!present[b]) {
                throw json.refused("/model/vocab", "expected a token for each byte, found none for " + b);
            }
        }
        VocabularyData data = data();
        return vocabulary(name, data, new MergeUnits(data), steps, wholePieces);
    }

    /** Tokens are text, and merging starts from characters, or from the tokens of their bytes where there is none. */
    Vocabulary characters(String name, TokenizerSteps steps, boolean wholePieces) {
        int[] byteTokens = new int[256];
        vocabulary.forEach((text, id) -> tokens[id] = text.getBytes(StandardCharsets.UTF_8));
        for (int b = 0; b < 256; b++) {
            Integer token = vocabulary.get(String.format("<0x%02X>", b));
            if (token == null && (b >= 0x80 || !vocabulary.containsKey(Character.toString(b)))) {
                throw json.refused("/model/vocab", String.format("expected a token <0x%02X>, found none", b));
            }
            byteTokens[b] = token == null ? -1 : token;
            if (token != null) {
                tokens[token] = new byte[] {(byte) b};
            }
        }
        VocabularyData data = data();
        return vocabulary(name, data, MergeUnits.ofCharacters(data, byteTokens), steps, wholePieces);
    }

    private Vocabulary vocabulary(
            String name, VocabularyData data, MergeUnits units, TokenizerSteps steps, boolean wholePieces) {
        PairTable pairs = new PairTable(data);
        BytePairs first = new BytePairs(data, units, pairs.ordered());
        TokenTable found =
                wholePieces ? new TokenTable(data) : new TokenTable(data, made(data, units, pairs, first)::get);
        VocabularyTables tables =
                new VocabularyTables(new TokenLengths(data), data.ids(), units, pairs, first, found, null);
        Splitter splitter = steps.splitter();
        boolean direct = splitter != null && steps.unchanged();
        BytePairVocabulary merging = new BytePairVocabulary(
                name,
                tables,
                direct && splitter != null ? splitter : new SplitAtOffsets(new int[0]),
                direct && steps.composes());
        return direct ? merging : new PipelineVocabulary(merging, steps.pipeline());
    }

    /** The tokens that merging makes of their own bytes: only these are what a piece of the same bytes becomes. */
    private static BitSet made(VocabularyData data, MergeUnits units, PairTable pairs, BytePairs first) {
        BitSet made = new BitSet(data.size());
        Merger merger = new Merger(units, pairs, first);
        for (int token = 0; token < data.size(); token++) {
            int from = data.starts()[token];
            int end = data.starts()[token + 1];
            if (from < end && Utf8.isText(data.pool(), from, end)) {
                IntList ids = new IntList(16);
                int count = merger.merge(data.pool(), from, end, ids);
                made.set(token, count == 1 && ids.toArray()[0] == token);
            }
        }
        return made;
    }

    private VocabularyData data() {
        int[] starts = new int[tokens.length + 1];
        for (int token = 0; token < tokens.length; token++) {
            if (tokens[token].length > Short.MAX_VALUE) {
                throw json.refused("/model/vocab", "a token of " + tokens[token].length + " bytes");
            }
            starts[token + 1] = Math.addExact(starts[token], tokens[token].length);
        }
        byte[] pool = new byte[starts[tokens.length]];
        for (int token = 0; token < tokens.length; token++) {
            System.arraycopy(tokens[token], 0, pool, starts[token], tokens[token].length);
        }
        int[] left = new int[merges.size()];
        int[] right = new int[merges.size()];
        int[] merged = new int[merges.size()];
        for (int merge = 0; merge < merged.length; merge++) {
            String[] pair = merges.get(merge);
            left[merge] = token(pair[0], merge);
            right[merge] = token(pair[1], merge);
            merged[merge] = token(pair[0] + pair[1], merge);
        }
        return new VocabularyData(starts, pool, left, right, merged, null);
    }

    private int token(String text, int merge) {
        Integer token = vocabulary.get(text);
        if (token == null) {
            throw json.refused("/model/merges/" + merge, "expected parts and a whole that are tokens, found " + text);
        }
        return token;
    }
}
