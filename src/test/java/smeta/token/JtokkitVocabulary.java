package smeta.token;

import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.IntArrayList;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A vocabulary on jtokkit, always through its <em>ordinary</em> methods, which take special-token literals as text. */
final class JtokkitVocabulary implements Vocabulary {
    private final String name;
    private final Encoding encoding;
    private final boolean nfc;

    JtokkitVocabulary(String name, Encoding encoding, boolean nfc) {
        this.name = name;
        this.encoding = encoding;
        this.nfc = nfc;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long tokens(Text text) {
        return encoding.countTokensOrdinary(normalized(text));
    }

    @Override
    public long countUpTo(Text text, long limit) {
        return tokens(text);
    }

    @Override
    public Tokens encode(Text text) {
        String normalized = normalized(text);
        IntArrayList ids = encoding.encodeOrdinary(normalized);
        byte[] bytes = normalized.getBytes(StandardCharsets.UTF_8);
        int[] byteEnds = new int[ids.size()];
        int[] charEnds = new int[ids.size()];
        int end = 0;
        int at = 0;
        int units = 0;
        for (int i = 0; i < ids.size(); i++) {
            IntArrayList one = new IntArrayList(1);
            one.add(ids.get(i));
            end += encoding.decodeBytes(one).length;
            for (int length = length(bytes, at); at + length <= end && at < end; length = length(bytes, at)) {
                units += length == 4 ? 2 : 1;
                at += length;
            }
            byteEnds[i] = end;
            charEnds[i] = units;
        }
        return new Tokens(ids.toArray(), byteEnds, charEnds);
    }

    /** Bytes of the character that starts at that place. */
    private static int length(byte[] bytes, int at) {
        int lead = at < bytes.length ? bytes[at] & 0xFF : 0;
        return lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    }

    private String normalized(Text text) {
        String value = Text.wellFormed(text.value());
        return nfc ? Normalizer.normalize(value, Normalizer.Form.NFC) : value;
    }
}
