package smeta.http.query;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Problem;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.FormBody;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/** From the bytes of a request to a prompt. */
public final class PromptBody {
    /** Bytes of a body that may still be nothing: a word and some white space. */
    private static final int LONGEST_NOTHING = 16;

    private PromptBody() {}

    /**
     * JSON is a vendor's request, a form one with files, text a plain prompt. What {@code curl -d} sends with its usual content type, or with
     * none, is taken for JSON if it begins with a brace.
     *
     * @param preferred breaks a tie between dialects by the model that the body names
     * @throws NotSupportedException for another media type
     */
    public static Prompt read(
            byte[] bytes,
            @Nullable MediaType type,
            @Nullable Dialect dialect,
            boolean noteUnknownParts,
            Function<String, @Nullable Dialect> preferred) {
        boolean form = type != null && type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE);
        if (!form && !isJson(bytes, type)) {
            if (dialect != null && dialect != Dialect.PLAIN) {
                throw new Unreadable(
                        Unreadable.Kind.UNSUPPORTED,
                        "dialect_needs_json",
                        "",
                        "The body is plain text, but the dialect " + dialect.wireName() + " was asked for.",
                        "send the body as application/json, or leave “dialect” out");
            }
            return Prompt.ofText(Body.text(bytes));
        }
        JsonNode tree =
                form && type != null ? FormBody.read(bytes, type.getParameters().get("boundary")) : Body.json(bytes);
        String model = tree.path("model").isTextual() ? tree.path("model").asText() : null;
        Dialect detected =
                dialect != null ? dialect : DialectDetector.detect(tree, model == null ? null : preferred.apply(model));
        return PromptReader.read(tree, detected, noteUnknownParts ? UnknownParts.NOTE : UnknownParts.FAIL);
    }

    /**
     * Whether there is no request in the body: nothing, or the {@code null} or {@code {}} that generated clients send
     * where a body is optional and none was given.
     */
    public static boolean isNothing(byte[] bytes) {
        if (bytes.length > LONGEST_NOTHING) {
            return false;
        }
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        return text.isEmpty() || text.equals("null") || text.equals("{}");
    }

    /**
     * What stands for the prompt where only its size is given.
     *
     * @throws Unreadable if there is a body nevertheless
     */
    public static Prompt none(byte[] bytes) {
        if (!isNothing(bytes)) {
            throw new Unreadable(
                    Unreadable.Kind.UNSUPPORTED,
                    "body_and_input",
                    "",
                    "The query gives the size of the prompt with “input”, but there is a body too.",
                    "send no body, or leave “input” out");
        }
        return Prompt.ofText("");
    }

    private static boolean isJson(byte[] bytes, @Nullable MediaType type) {
        if (type != null && Problem.isJson(type)) {
            return true;
        }
        if (type != null && type.getType().equals("text")) {
            return false;
        }
        boolean unspecific = type == null
                || type.getType().equals("application")
                        && (type.getSubtype().equals("x-www-form-urlencoded")
                                || type.getSubtype().equals("octet-stream"));
        if (!unspecific) {
            throw new NotSupportedException(
                    "Expected application/json or multipart/form-data with a vendor's request, or text/plain with a"
                            + " prompt, found " + type + ".");
        }
        for (byte b : bytes) {
            if (!Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
