package smeta.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The bundled vocabularies as jtokkit counts them, to compare with. */
final class Oracle {
    static final String[] NAMES = {"o200k_base", "cl100k_base", "p50k_base", "r50k_base", "qwen"};
    private static final Pattern QWEN = Pattern.compile(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Oracle() {}

    static Vocabulary of(String name) throws IOException {
        if (!name.equals("qwen")) {
            EncodingType type = EncodingType.fromName(name).orElseThrow();
            return new JtokkitVocabulary(
                    name, Encodings.newLazyEncodingRegistry().getEncoding(type), false);
        }
        Map<byte[], Integer> ranks = new HashMap<>();
        for (String line : Files.readAllLines(Path.of("target/published-vocabularies/qwen.tiktoken"))) {
            int space = line.indexOf(' ');
            ranks.put(
                    Base64.getDecoder().decode(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
        }
        var registry = Encodings.newLazyEncodingRegistry();
        registry.registerGptBytePairEncoding(new GptBytePairEncodingParams(name, QWEN, ranks, Map.of()));
        return new JtokkitVocabulary(name, registry.getEncoding(name).orElseThrow(), true);
    }
}
