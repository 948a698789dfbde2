package smeta.token.merge;

import smeta.token.split.Splitter;

/** Counts texts by a vocabulary. Serves one thread at a time. */
interface TextCounter {
    /** Tokens of well-formed UTF-8; some number above {@code limit} as soon as there are more. */
    long count(byte[] utf8, Splitter splitter, long limit);
}
