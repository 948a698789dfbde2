package smeta.token;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The form in which a bundled vocabulary ships: a version, the SHA-256 of the file that it was made from, the number of
 * tokens and of their bytes, where each token's bytes start, the bytes, and the two parts of each token that merge last
 * (merge i makes token i); then the {@link Units} that were worked out from these. Whole arrays, because a loop over a
 * vocabulary is slow in a program that has just started.
 */
record LexiconFile(Lexicon lexicon, Units units) {
    /** "SMV" and the version, which goes up with each change of this form or of how {@link RankedTokens} makes it. */
    private static final int MAGIC = 0x534D5603;
    private static final int HEAD = 4 + 32 + 4 + 4;

    static void write(Lexicon lexicon, byte[] sha256, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.write(sha256);
        data.writeInt(lexicon.size());
        data.writeInt(lexicon.pool().length);
        write(lexicon.starts(), data);
        data.write(lexicon.pool());
        write(lexicon.left(), data);
        write(lexicon.right(), data);
        new Units(lexicon).write(data);
        data.flush();
    }

    private static void write(int[] values, DataOutputStream data) throws IOException {
        for (int value : values) {
            data.writeInt(value);
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
        in.position(HEAD);
        int[] starts = ints(in, size + 1);
        in.get(pool);
        Lexicon lexicon = new Lexicon(starts, pool, ints(in, size), ints(in, size), null, null);
        return new LexiconFile(lexicon, Units.read(in));
    }

    private static int[] ints(ByteBuffer in, int size) {
        int[] values = new int[size];
        in.asIntBuffer().get(values);
        in.position(in.position() + 4 * size);
        return values;
    }
}
