package smeta.token.table;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Run by the build: makes the bundled vocabularies' compact files from the published ones. The same input gives the
 * same bytes; a file that says that it was made from the expected source is left as it is.
 */
public final class VocabularyCompiler {
    /** The vocabularies and the SHA-256 of the files that they are made from. */
    private static final List<Source> SOURCES = List.of(
            new Source(
                    "o200k_base",
                    "com/knuddels/jtokkit/o200k_base.tiktoken",
                    "446a9538cb6c348e3516120d7c08b09f57c36495e2acfffe59a5bf8b0cfb1a2d"),
            new Source(
                    "cl100k_base",
                    "com/knuddels/jtokkit/cl100k_base.tiktoken",
                    "223921b76ee99bde995b7ff738513eef100fb51d18c93597a113bcffe865b2a7"),
            new Source(
                    "p50k_base",
                    "com/knuddels/jtokkit/p50k_base.tiktoken",
                    "94b5ca7dff4d00767bc256fdd1b27e5b17361d7b8a5f968547f9f23eb70d2069"),
            new Source(
                    "r50k_base",
                    "com/knuddels/jtokkit/r50k_base.tiktoken",
                    "306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930"),
            new Source("qwen", "qwen.tiktoken", "b2b1b8dfb5cc5f024bafc373121c6aba3f66f9a5a0269e243470a1de16a33186"));

    private VocabularyCompiler() {}

    private record Source(String name, String path, String sha256) {}

    /** @param args the directory of the {@code *.tiktoken} files, and the one to write to */
    public static void main(String[] args) throws IOException {
        Path from = Path.of(args[0]);
        Path to = Path.of(args[1]);
        Files.createDirectories(to);
        for (Source source : SOURCES) {
            compile(source, from.resolve(source.path), to.resolve(source.name + ".bin"));
        }
    }

    private static void compile(Source source, Path from, Path to) throws IOException {
        byte[] expected = HexFormat.of().parseHex(source.sha256);
        if (Files.exists(to) && VocabularyFile.isMadeFrom(expected, Files.readAllBytes(to))) {
            return;
        }
        byte[] ranks = Files.readAllBytes(from);
        byte[] found = sha256(ranks);
        if (!Arrays.equals(found, expected)) {
            throw new IllegalStateException("expected " + from + " to have the SHA-256 " + source.sha256 + ", found "
                    + HexFormat.of().formatHex(found));
        }
        VocabularyData data = RankedTokens.read(new ByteArrayInputStream(ranks)).data();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VocabularyFile.write(VocabularyTables.of(data), expected, out);
        Files.write(to, out.toByteArray());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
