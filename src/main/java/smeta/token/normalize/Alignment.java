package smeta.token.normalize;

import smeta.token.Tokens;
import smeta.token.table.IntList;

/**
 * Which parts of a text a change has replaced, from the first to the last: what is between them stands in both texts. A
 * place within a part that was put in has the start of what it replaces as its place in the text before; one after a
 * part that was taken out, the end of it.
 */
final class Alignment {
    /** By fours: where the part starts and ends before, and where after the change; in UTF-16 units. */
    private final IntList parts = new IntList(64);

    /** All of a text in place of all of another. */
    static Alignment ofAll(String text, String changed) {
        Alignment alignment = new Alignment();
        alignment.add(text, 0, text.length(), changed, 0, changed.length());
        return alignment;
    }

    /** Adds a part, less what it begins and ends with in both texts. */
    void add(String text, int from, int end, String changed, int changedFrom, int changedEnd) {
        int most = Math.min(end - from, changedEnd - changedFrom);
        int start = 0;
        while (start < most && text.charAt(from + start) == changed.charAt(changedFrom + start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(text.charAt(from + start - 1))) {
            start--;
        }
        int rest = 0;
        while (rest < most - start && text.charAt(end - 1 - rest) == changed.charAt(changedEnd - 1 - rest)) {
            rest++;
        }
        if (rest > 0 && Character.isLowSurrogate(text.charAt(end - rest))) {
            rest--;
        }
        if (from + start < end - rest || changedFrom + start < changedEnd - rest) {
            parts.add(from + start);
            parts.add(end - rest);
            parts.add(changedFrom + start);
            parts.add(changedEnd - rest);
        }
    }

    /** The tokens of the changed text, with their places in the text before. */
    Tokens original(Tokens tokens, String text, String changed) {
        int[] byFours = parts.toArray();
        int[] byteEnds = new int[tokens.size()];
        int[] charEnds = new int[tokens.size()];
        Place before = new Place(text);
        Place after = new Place(changed);
        int part = 0;
        int shift = 0;
        for (int i = 0; i < tokens.size(); i++) {
            int end = tokens.charEnds()[i];
            while (part < byFours.length && byFours[part + 3] <= end) {
                shift = byFours[part + 1] - byFours[part + 3];
                part += 4;
            }
            boolean within = part < byFours.length && byFours[part + 2] < end;
            boolean replaced = part < byFours.length && byFours[part + 2] <= end;
            charEnds[i] = within ? byFours[part] : end + shift;
            byteEnds[i] = before.bytes(charEnds[i]) + (replaced ? 0 : tokens.byteEnds()[i] - after.bytes(end));
        }
        return new Tokens(tokens.ids(), byteEnds, charEnds);
    }

    /** A place in a text that only goes forwards, to tell it in UTF-8. */
    private static final class Place {
        private final String text;
        private int chars;
        private int bytes;

        Place(String text) {
            this.text = text;
        }

        /** Bytes up to that character. */
        int bytes(int to) {
            for (; chars < to; chars++) {
                char c = text.charAt(chars);
                bytes += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
            }
            return bytes;
        }
    }
}
