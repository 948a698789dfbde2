package smeta.http.query;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Dialect;

/**
 * What the path at the vendor says about the body: its dialect, and for Gemini and Vertex the model.
 *
 * @param dialect null if the path isn't a known one
 * @param model   null if the path names none
 */
public record VendorPath(@Nullable Dialect dialect, @Nullable String model) {
    public static final VendorPath NONE = new VendorPath(null, null);

    private static final Pattern GEMINI =
            Pattern.compile("(?:^|/)models/([^/:]+):(?:generateContent|streamGenerateContent|countTokens)$");

    public static VendorPath of(String path) {
        Matcher gemini = GEMINI.matcher(path);
        if (gemini.find()) {
            return new VendorPath(Dialect.GEMINI, gemini.group(1));
        }
        if (path.endsWith("chat/completions")) {
            return new VendorPath(Dialect.OPENAI_CHAT, null);
        }
        if (path.endsWith("v1/responses")) {
            return new VendorPath(Dialect.OPENAI_RESPONSES, null);
        }
        if (path.endsWith("v1/messages")) {
            return new VendorPath(Dialect.ANTHROPIC, null);
        }
        return NONE;
    }
}
