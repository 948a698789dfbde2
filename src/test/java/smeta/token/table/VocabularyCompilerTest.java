package smeta.token.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VocabularyCompilerTest {
    @Test
    void the_same_source_gives_the_same_bytes_as_shipped() throws IOException {
        byte[] ranks =
                Files.readAllBytes(Path.of("target/published-vocabularies/com/knuddels/jtokkit/r50k_base.tiktoken"));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        VocabularyTables tables = VocabularyTables.of(
                RankedTokens.read(new ByteArrayInputStream(ranks)).data());
        VocabularyFile.write(
                tables,
                HexFormat.of().parseHex("306cd27f03c1a714eca7108e03d66b7dc042abe8c258b44c199a7ed9838dd930"),
                out);
        try (InputStream shipped = ProgramFile.open("/vocabulary/r50k_base.bin")) {
            assertThat(out.toByteArray()).isEqualTo(shipped.readAllBytes());
        }
    }

    @Test
    void a_source_with_another_hash_is_refused(@TempDir Path directory) throws IOException {
        Path from = directory.resolve("com/knuddels/jtokkit/o200k_base.tiktoken");
        Files.createDirectories(from.getParent());
        Files.writeString(from, "IQ== 0\n");
        assertThatThrownBy(() -> VocabularyCompiler.main(new String[] {directory.toString(), directory + "/out"}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("SHA-256");
    }
}
