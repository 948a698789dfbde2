package smeta.http.query;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Dialect;

/**
 * What the path at the vendor says about the body: its dialect, and for Gemini, Vertex, Bedrock and Azure the model.
 *
 * @param dialect  null if the path isn't a known one, or leaves it to the body
 * @param model    null if the path names none; with its seller where the path says that
 * @param location where it is to be served, as Vertex names it; null if the path doesn't say
 */
public record VendorPath(
        @Nullable Dialect dialect,
        @Nullable String model,
        @Nullable String location) {
    public static final VendorPath NONE = new VendorPath(null, null, null);

    /** @param seller before the model's name; empty if the path's name is the maker's own */
    private record Rule(Pattern path, @Nullable Dialect dialect, String seller) {}

    private static final Pattern LOCATION = Pattern.compile("(?:^|/)locations/([^/]+)/publishers/");

    /** So many paths are kept, since a gateway sends the same few; then all are forgotten. */
    private static final int KEPT = 256;

    private static final int LONGEST_KEPT = 256;
    private static final Map<String, VendorPath> KNOWN = new ConcurrentHashMap<>();

    /** The first that matches counts; a group is the model. */
    private static final List<Rule> RULES = List.of(
            rule("models/([^/:]+):(?:generateContent|streamGenerateContent|countTokens)$", Dialect.GEMINI),
            rule("models/([^/:]+):(?:embedContent|batchEmbedContents)$", Dialect.EMBEDDINGS),
            new Rule(
                    Pattern.compile("(?:^|/)publishers/anthropic/models/([^/:]+):(?:rawPredict|streamRawPredict)$"),
                    Dialect.ANTHROPIC,
                    "vertex/"),
            rule("models/([^/:]+):predictLongRunning$", Dialect.VIDEOS),
            rule("models/([^/:]+):predict$", null),
            rule("model/([^/]+)/converse(?:-stream)?$", Dialect.BEDROCK),
            rule("model/([^/]+)/invoke(?:-with-response-stream)?$", null),
            rule("deployments/([^/]+)/chat/completions$", Dialect.OPENAI_CHAT),
            rule("deployments/([^/]+)/embeddings$", Dialect.EMBEDDINGS),
            rule("api/chat$", Dialect.OLLAMA),
            rule("api/generate$", Dialect.OLLAMA),
            rule("foundationModels/v1/completion(?:Async)?$", Dialect.YANDEX),
            rule("v[12]/chat$", Dialect.COHERE),
            rule("text-rerank$", Dialect.RERANK),
            rule("rerank$", Dialect.RERANK),
            rule("(?:chat/completions)$", Dialect.OPENAI_CHAT),
            rule("(?:fim/)?completions$", Dialect.COMPLETIONS),
            rule("(?:embeddings|embed|textEmbedding|text-embedding)$", Dialect.EMBEDDINGS),
            rule("moderations$", Dialect.MODERATIONS),
            rule("audio/speech$", Dialect.SPEECH),
            rule("audio/(?:transcriptions|translations)$", Dialect.TRANSCRIPTION),
            rule("images/(?:generations|edits|variations)$", Dialect.IMAGES),
            rule("videos(?:/generations)?$", Dialect.VIDEOS),
            rule("v1/responses$", Dialect.OPENAI_RESPONSES),
            rule("v1/messages$", Dialect.ANTHROPIC));

    /** What the path says. */
    public static VendorPath of(String path) {
        VendorPath known = KNOWN.get(path);
        if (known != null) {
            return known;
        }
        VendorPath read = read(path);
        if (path.length() <= LONGEST_KEPT) {
            if (KNOWN.size() >= KEPT) {
                KNOWN.clear();
            }
            KNOWN.put(path, read);
        }
        return read;
    }

    private static VendorPath read(String path) {
        for (Rule rule : RULES) {
            Matcher found = rule.path.matcher(path);
            if (found.find()) {
                String model = found.groupCount() == 0 ? null : rule.seller + decoded(found.group(1));
                return new VendorPath(rule.dialect, model, location(path));
            }
        }
        return NONE;
    }

    private static @Nullable String location(String path) {
        Matcher found = LOCATION.matcher(path);
        return found.find() ? decoded(found.group(1)) : null;
    }

    private static String decoded(String name) {
        return URLDecoder.decode(name.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Rule rule(String path, @Nullable Dialect dialect) {
        return new Rule(Pattern.compile("(?:^|/)" + path), dialect, "");
    }
}
