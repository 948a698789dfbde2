package smeta.http.tokens;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Tokens;

/** The answer of {@code POST /v1/tokens}. */
@Schema(name = "TokenizedText", description = "A text's tokens in one vocabulary; the content only, no framing.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TokenizedText(
        @Schema(required = true, description = "the vocabulary that was used", examples = "o200k_base")
        String vocabulary,

        @Schema(required = true, description = "tokens most probably")
        long count,

        @Schema(required = true, description = "tokens at least")
        long low,

        @Schema(required = true, description = "tokens at most")
        long high,

        @Schema(
                required = true,
                description = "whether the vocabulary is the model's own",
                enumeration = {"exact", "estimated", "bound"})
        String precision,

        @Schema(description = "with include=ids, of an exact vocabulary") @Nullable
        List<Token> tokens,

        @Schema(description = "from= of the next page; absent on the last") @JsonProperty("next_from") @Nullable
        Integer nextFrom,

        @Schema(required = true, description = "code points of the text")
        int characters,

        @Schema(required = true, description = "bytes of the text in UTF-8")
        int bytes) {
    /** The most tokens of one answer; {@code from=} pages on. */
    static final int PAGE = 20_000;

    /** One token and where it stands. */
    @Schema(name = "Token", description = "One token; start and end are UTF-16 offsets in the text that was sent.")
    public record Token(
            @Schema(required = true, description = "its id in the vocabulary")
            int id,

            @Schema(required = true, description = "where it begins, inclusive")
            int start,

            @Schema(required = true, description = "where it ends, exclusive")
            int end) {}

    static TokenizedText counted(String vocabulary, TokenCount count, Text text) {
        return of(vocabulary, count, null, null, text);
    }

    static TokenizedText listed(String vocabulary, Tokens tokens, long from, Text text) {
        int first = (int) Math.min(tokens.size(), from);
        int end = Math.min(tokens.size(), first + PAGE);
        List<Token> page = IntStream.range(first, end)
                .mapToObj(i -> new Token(tokens.ids()[i], tokens.charStart(i), tokens.charEnds()[i]))
                .toList();
        return of(vocabulary, TokenCount.exact(tokens.size()), page, end < tokens.size() ? end : null, text);
    }

    private static TokenizedText of(
            String vocabulary, TokenCount count, @Nullable List<Token> page, @Nullable Integer next, Text text) {
        return new TokenizedText(
                vocabulary,
                count.likely(),
                count.low(),
                count.high(),
                count.precision().name().toLowerCase(Locale.ROOT),
                page,
                next,
                text.value().codePointCount(0, text.value().length()),
                text.utf8().length);
    }
}
