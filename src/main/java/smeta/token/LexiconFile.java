package smeta.token;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The compact form in which a bundled vocabulary ships: a version, the SHA-256 of the file that it was made from, the
 * number of tokens and of their bytes, a byte for each token's length, the bytes, and the two parts of each token that merge
 * last, in three bytes each (merge i makes token i); then the {@link Units} that were worked out from these.
 */
record LexiconFile(Lexicon lexicon, Units units) {
    /** "SMV" and the version, which goes up with each change of this form or of how {@link RankedTokens} makes it. */
    private static final int MAGIC = 0x534D5602;
    private static final int HEAD = 4 + 32 + 4 + 4;
    private static final int ABSENT = 0xFFFFFF;

    static void write(Lexicon lexicon, byte[] sha256, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.write(sha256);
        data.writeInt(lexicon.size());
        data.writeInt(lexicon.pool().length);
        for (int token = 0; token < lexicon.size(); token++) {
            data.writeByte(lexicon.length(token));
        }
        data.write(lexicon.pool());
        write(lexicon.left(), data);
        write(lexicon.right(), data);
        new Units(lexicon).write(data);
        data.flush();
    }

    private static void write(int[] parts, DataOutputStream data) throws IOException {
        for (int part : parts) {
            data.writeByte(part >>> 16);
            data.writeShort(part);
        }
    }

    static boolean isMadeFrom(byte[] sha256, byte[] file) {
        return file.length > HEAD && ByteBuffer.wrap(file).getInt() == MAGIC && Arrays.equals(file, 4, 36, sha256, 0, 32);
    }

    static LexiconFile read(String resource) {
        byte[] file = Resource.bytes(resource);
        ByteBuffer in = ByteBuffer.wrap(file);
        if (in.getInt() != MAGIC) {
            throw new IllegalStateException("expected a vocabulary of version " + (MAGIC & 0xFF) + " in " + resource);
        }
        int size = in.getInt(36);
        byte[] pool = new byte[in.getInt(40)];
        int[] starts = new int[size + 1];
        int at = HEAD;
        for (int token = 0; token < size; token++) {
            starts[token + 1] = starts[token] + (file[at++] & 0xFF);
        }
        System.arraycopy(file, at, pool, 0, pool.length);
        at += pool.length;
        Lexicon lexicon = new Lexicon(starts, pool, parts(file, at, size), parts(file, at + 3 * size, size), null, null);
        return new LexiconFile(lexicon, Units.read(in.position(at + 6 * size)));
    }

    private static int[] parts(byte[] file, int from, int size) {
        int[] parts = new int[size];
        for (int i = 0, at = from; i < size; i++, at += 3) {
            int part = (file[at] & 0xFF) << 16 | (file[at + 1] & 0xFF) << 8 | file[at + 2] & 0xFF;
            parts[i] = part == ABSENT ? -1 : part;
        }
        return parts;
    }
}
