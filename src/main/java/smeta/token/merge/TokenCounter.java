package smeta.token.merge;

import org.jspecify.annotations.Nullable;
import smeta.token.CountingInterrupted;
import smeta.token.split.AsciiPieces;
import smeta.token.split.CharacterRuns;
import smeta.token.split.Splitter;
import smeta.token.split.TextBlocks;
import smeta.token.table.ByteWords;
import smeta.token.table.LetterTable;
import smeta.token.table.LetterWord;
import smeta.token.table.TokenTable;
import smeta.token.table.WideCharacters;

/**
 * Counts texts in one pass. A piece is told at a glance where that is certain ({@link AsciiPieces}), else by the
 * splitter; it is one token if the vocabulary has it, and else what the cache or the merging says. Serves one thread at
 * a time.
 */
final class TokenCounter implements TextCounter {
    private static final int LEAST_STRETCH = 256;
    /** Words of one alphabet that are met before it pays to make the table of those that are tokens. */
    private static final int WORDS_BEFORE_LETTERS = 1000;

    private final TokenTable tokens;
    private final Merger merger;
    private final @Nullable FewBytes few;
    private final PieceCache cache;
    private final SmallPieces smalls = new SmallPieces();
    private final LetterWord word = new LetterWord();
    private int words;
    private @Nullable LetterTable letters;

    TokenCounter(TokenTable tokens, Merger merger) {
        this.tokens = tokens;
        this.merger = merger;
        few = merger.few();
        cache = new PieceCache(tokens, merger);
    }

    @Override
    public long count(byte[] utf8, Splitter splitter, long limit) {
        int stretch = (int) Math.min(BytePairVocabulary.STRETCH, Math.max(LEAST_STRETCH, limit));
        boolean plain = splitter.plainWords();
        boolean anyPrefix = splitter.anyPrefix();
        long fold = splitter.fold();
        int digits = splitter.digits();
        boolean contractions = fold == 0;
        int wideLast = splitter.marks() ? WideCharacters.MARK : WideCharacters.LETTER;
        boolean wideWords = plain && anyPrefix;
        TextBlocks blocks = splitter.blocks();
        // Where most characters have several bytes, only a longer run of ASCII is worth a block.
        boolean dense = false;
        long count = 0;
        int at = 0;
        while (at < utf8.length && count <= limit) {
            int stop = (int) Math.min(utf8.length, (long) at + stretch);
            while (at < stop) {
                int from = at;
                long eight = plain && at + 8 <= utf8.length ? ByteWords.eight(utf8, at) : 0;
                if (wideWords && WidePieces.start(eight)) {
                    WidePieces wide = merger.wide();
                    if (wide.read(utf8, from, eight, wideLast, contractions)) {
                        at = wide.end();
                        count += wide.count() > 0 ? wide.count() : piece(utf8, from, at);
                        dense = true;
                        continue;
                    }
                }
                // Where letters have two bytes nearly all pieces are such words, so these come before the others.
                boolean letter = (eight & 0x80) != 0 || (eight & 0x80FF) == (0x8000 | ' ');
                if (letter && word.read(utf8, from, contractions)) {
                    at = word.end();
                    count += word(utf8, from, at);
                    continue;
                }
                if (dense && AsciiPieces.alone(eight)) {
                    at++;
                    count++;
                    continue;
                }
                if (blocks != null
                        && at + TextBlocks.SIZE + 8 <= utf8.length
                        && (!dense || isAscii(eight, utf8, at + 8))) {
                    for (long starts = blocks.starts(utf8, from); starts != 0; starts &= starts - 1) {
                        int end = from + Long.numberOfTrailingZeros(starts);
                        count += told(utf8, at, end);
                        at = end;
                    }
                    dense = at == from;
                    if (!dense) {
                        continue;
                    }
                }
                int length = AsciiPieces.word(eight, fold, anyPrefix);
                if (length == 0 && anyPrefix) {
                    length = AsciiPieces.signs(eight, fold, digits);
                }
                if (length > 0 && length < 8) {
                    at += length;
                    count += small(ByteWords.key(eight, length), utf8, from, at);
                    continue;
                }
                if (length == 8 && at + 16 <= utf8.length) {
                    long next = ByteWords.eight(utf8, at + 8);
                    int rest = AsciiPieces.rest(next, fold);
                    if (rest >= 0) {
                        at += 8 + rest;
                        count += remembered(eight, ByteWords.key(next, rest), utf8, from, at);
                        continue;
                    }
                }
                boolean blank = anyPrefix && AsciiPieces.isWhiteSpace(eight);
                at = blank
                        ? CharacterRuns.whiteSpaceAndLines(utf8, from, utf8.length)
                        : splitter.end(utf8, from, utf8.length);
                count += piece(utf8, from, at);
            }
            CountingInterrupted.check();
        }
        return count;
    }

    /** Whether these eight bytes and the sixteen from there on are ASCII. */
    private static boolean isAscii(long eight, byte[] utf8, int at) {
        return ((eight | ByteWords.eight(utf8, at) | ByteWords.eight(utf8, at + 8)) & ByteWords.HIGH) == 0;
    }

    /** Tokens of a piece after which at least eight bytes follow. */
    private int told(byte[] utf8, int from, int end) {
        int length = end - from;
        long eight = ByteWords.eight(utf8, from);
        if (((eight | eight >>> 8) & 0x80) != 0 && word.keyed(utf8, from, end)) {
            return word(utf8, from, end);
        }
        return length < 8 ? small(ByteWords.key(eight, length), utf8, from, end) : piece(utf8, from, end);
    }

    private int piece(byte[] utf8, int from, int end) {
        int length = end - from;
        if (merger.endsApart(utf8, from, end)) {
            return merger.merge(utf8, from, end, null);
        }
        if (length < 8) {
            return small(ByteWords.key(utf8, from, length), utf8, from, end);
        }
        if (length < 16) {
            long second = ByteWords.key(utf8, from + 8, length - 8);
            return remembered(ByteWords.eight(utf8, from), second, utf8, from, end);
        }
        // Words of so many ideographs hardly ever come again; the merger remembers their parts.
        if (length <= PieceCache.LONGEST && !endsWithIdeograph(utf8, end)) {
            return cache.count(utf8, from, end);
        }
        return tokens(tokens.findLarge(utf8, from, length) != TokenTable.NONE, utf8, from, end);
    }

    /** Whether the last character is one of U+4000 to U+9FFF. */
    private static boolean endsWithIdeograph(byte[] utf8, int end) {
        return utf8[end - 3] >= (byte) 0xE4 && utf8[end - 3] <= (byte) 0xE9;
    }

    /** Tokens of the piece that {@link #word} has read. */
    private int word(byte[] utf8, int from, int end) {
        if (letters == null) {
            if (words++ < WORDS_BEFORE_LETTERS) {
                return piece(utf8, from, end);
            }
            letters = tokens.letters();
        }
        long first = word.first();
        long second = word.second();
        int known = cache.recall(first, second);
        return known > 0 ? known : cache.remember(first, second, tokens(letters.has(first, second), utf8, from, end));
    }

    /** Tokens of a piece of 8 to 15 bytes, by its key. */
    private int remembered(long first, long second, byte[] utf8, int from, int end) {
        int known = cache.recall(first, second);
        if (known > 0) {
            return known;
        }
        return cache.remember(first, second, tokens(tokens.hasMiddle(first, second), utf8, from, end));
    }

    private int tokens(boolean token, byte[] utf8, int from, int end) {
        return token ? 1 : merger.merge(utf8, from, end, null);
    }

    /** Tokens of a piece of up to 7 bytes, by its key. */
    private int small(long key, byte[] utf8, int from, int end) {
        int known = smalls.recall(key);
        return known > 0 ? known : smalls.remember(key, newSmall(key, utf8, from, end));
    }

    private int newSmall(long key, byte[] utf8, int from, int end) {
        if (tokens.hasSmall(key)) {
            return 1;
        }
        if (few != null && FewBytes.covers(key, end - from)) {
            return few.count(key, end - from);
        }
        return merger.merge(utf8, from, end, null);
    }
}
