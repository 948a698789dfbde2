package smeta.token.table;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The form in which a bundled vocabulary ships: a version, the SHA-256 of the file that it was made from, and its
 * {@link VocabularyTables}.
 */
public final class VocabularyFile {
    /** "SMV" and the version, which goes up with each change of this form or of how {@link RankedTokens} makes it. */
    private static final int MAGIC = 0x534D5609;

    private static final int HEAD = 4 + 32;

    private VocabularyFile() {}

    static void write(VocabularyTables tables, byte[] sha256, OutputStream out) throws IOException {
        DataOutputStream data = new DataOutputStream(out);
        data.writeInt(MAGIC);
        data.write(sha256);
        data.writeInt(tables.lengths().size());
        tables.units().write(data);
        tables.pairs().write(data);
        tables.first().write(data);
        tables.tokens().write(data);
        data.flush();
    }

    static boolean isMadeFrom(byte[] sha256, byte[] file) {
        return file.length > HEAD
                && ByteBuffer.wrap(file).getInt() == MAGIC
                && Arrays.equals(file, 4, HEAD, sha256, 0, 32);
    }

    /** The tables in a file on the class path. */
    static VocabularyTables read(String resource) {
        try (InputStream file = ProgramFile.open(resource)) {
            TableInput in = new TableInput(file);
            if (in.number() != MAGIC) {
                throw new IllegalStateException(
                        "expected a vocabulary of version " + (MAGIC & 0xFF) + " in " + resource);
            }
            in.skip(HEAD - Integer.BYTES);
            return VocabularyTables.of(
                    in.number(), MergeUnits.read(in), PairTable.read(in), BytePairs.read(in), TokenTable.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
