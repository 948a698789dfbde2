package smeta.token;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.EncodingType;
import com.knuddels.jtokkit.api.GptBytePairEncodingParams;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** What ships with the program: OpenAI's vocabularies, Qwen's, and the estimated families. */
final class Bundled {
    /** The regex of Qwen's tokenization note; {@code UNICODE_CHARACTER_CLASS} makes {@code \s} mean what it means there. */
    private static final Pattern QWEN = Pattern.compile(
            "(?i:'s|'t|'re|'ve|'m|'ll|'d)|[^\\r\\n\\p{L}\\p{N}]?\\p{L}+|\\p{N}| ?[^\\s\\p{L}\\p{N}]+[\\r\\n]*"
                    + "|\\s*[\\r\\n]+|\\s+(?!\\S)|\\s+",
            Pattern.UNICODE_CHARACTER_CLASS);

    private Bundled() {}

    static Map<String, Supplier<Tokenizer>> tokenizers() {
        Map<String, Supplier<Tokenizer>> all = new LinkedHashMap<>();
        openAi(all, "o200k_base", EncodingType.O200K_BASE);
        openAi(all, "cl100k_base", EncodingType.CL100K_BASE);
        openAi(all, "p50k_base", EncodingType.P50K_BASE);
        openAi(all, "r50k_base", EncodingType.R50K_BASE);
        all.put("qwen", Bundled::qwen);
        estimated(all);
        return all;
    }

    private static void estimated(Map<String, Supplier<Tokenizer>> all) {
        Estimates estimates = new Estimates();
        Measure measure = new Measure(all.get("o200k_base"));
        for (String name : estimates.families()) {
            all.put(name, () -> new EstimatedTokenizer(name, measure, estimates.of(name)));
        }
    }

    private static void openAi(Map<String, Supplier<Tokenizer>> all, String name, EncodingType type) {
        all.put(name, new Once(() -> new JtokkitVocabulary(name, Encodings.newLazyEncodingRegistry().getEncoding(type), false)));
    }

    private static Tokenizer qwen() {
        Map<byte[], Integer> ranks = new HashMap<>();
        try (InputStream in = Bundled.class.getResourceAsStream("/vocabulary/qwen.tiktoken")) {
            if (in == null) {
                throw new IllegalStateException("the vocabulary file /vocabulary/qwen.tiktoken is not in the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                ranks.put(Base64.getDecoder().decode(line.substring(0, space)), Integer.parseInt(line.substring(space + 1)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var registry = Encodings.newLazyEncodingRegistry();
        registry.registerGptBytePairEncoding(new GptBytePairEncodingParams("qwen", QWEN, ranks, Map.of()));
        return new JtokkitVocabulary("qwen", registry.getEncoding("qwen").orElseThrow(), true);
    }

    private static final class Once implements Supplier<Tokenizer> {
        private final Supplier<Tokenizer> supplier;
        private volatile Tokenizer value;

        Once(Supplier<Tokenizer> supplier) {
            this.supplier = supplier;
        }

        @Override
        public Tokenizer get() {
            Tokenizer found = value;
            if (found == null) {
                synchronized (this) {
                    found = value;
                    if (found == null) {
                        found = supplier.get();
                        value = found;
                    }
                }
            }
            return found;
        }
    }
}
