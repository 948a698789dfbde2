package smeta.token;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The compact form in which a bundled vocabulary ships: a version, the SHA-256 of the file that it was made from, the number of tokens and of their bytes, a byte for each token's
 * length, the bytes, and the two parts of each token that merge last, in three bytes each. Merge i makes token i.
 */
final class LexiconFile {
    /** "SMV" and the version, which goes up with each change of this form or of how {@link RankedTokens} makes it. */
    private static final int MAGIC = 0x534D5601;
    private static final int HEAD = 4 + 32 + 4 + 4;
    private static final int ABSENT = 0xFFFFFF;

    private LexiconFile() {}

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
        data.flush();
    }

    private static void write(int[] parts, DataOutputStream data) throws IOException {
        for (int part : parts) {
            data.writeByte(part >>> 16);
            data.writeShort(part);
        }
    }

    static Lexicon read(String resource) {
        try {
            return read(Resource.bytes(resource), resource);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isMadeFrom(byte[] sha256, byte[] file) {
        return file.length > HEAD && ByteBuffer.wrap(file).getInt() == MAGIC && Arrays.equals(file, 4, 36, sha256, 0, 32);
    }

    private static Lexicon read(byte[] file, String resource) throws IOException {
        DataInputStream head = new DataInputStream(new ByteArrayInputStream(file));
        if (head.readInt() != MAGIC) {
            throw new IllegalStateException("expected a vocabulary of version 1 in " + resource);
        }
        head.skipBytes(32);
        int size = head.readInt();
        byte[] pool = new byte[head.readInt()];
        int[] starts = new int[size + 1];
        int at = HEAD;
        for (int token = 0; token < size; token++) {
            starts[token + 1] = starts[token] + (file[at++] & 0xFF);
        }
        System.arraycopy(file, at, pool, 0, pool.length);
        at += pool.length;
        return new Lexicon(starts, pool, parts(file, at, size), parts(file, at + 3 * size, size), null, null);
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
