package smeta.catalogue;

import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a model takes and gives at most, in tokens; null is unknown. They are caps of their own: the context need not be
 * the sum of the others.
 *
 * @param context        prompt and reply together
 * @param tokensPerImage after which an image is scaled down
 * @param source         key of the source; null if nothing is known
 */
public record Limits(
        @Nullable Quantity context,
        @Nullable Quantity maxInput,
        @Nullable Quantity maxOutput,
        @Nullable Quantity tokensPerImage,
        @Nullable String source) {
    public static final Limits UNKNOWN = new Limits(null, null, null, null, null);

    public OptionalLong contextTokens() {
        return tokens(context);
    }

    public OptionalLong maxInputTokens() {
        return tokens(maxInput);
    }

    public OptionalLong maxOutputTokens() {
        return tokens(maxOutput);
    }

    /** The context, or where the reply has a limit of its own besides, the most that the model takes in. */
    public OptionalLong windowTokens() {
        return context == null ? maxInputTokens() : contextTokens();
    }

    private static OptionalLong tokens(@Nullable Quantity quantity) {
        return quantity == null ? OptionalLong.empty() : OptionalLong.of(quantity.tokens());
    }

    /** What is known here, and from the other what is not; with the sources of both if both give figures. */
    public Limits orElse(Limits other) {
        Limits both = new Limits(
                context == null ? other.context : context,
                maxInput == null ? other.maxInput : maxInput,
                maxOutput == null ? other.maxOutput : maxOutput,
                tokensPerImage == null ? other.tokensPerImage : tokensPerImage,
                source);
        if (source == null || other.source == null || source.equals(other.source)) {
            return both.from(source == null ? other.source : source);
        }
        return both.equals(this) ? this : both.from(source + ", " + other.source);
    }

    private Limits from(@Nullable String keys) {
        return new Limits(context, maxInput, maxOutput, tokensPerImage, keys);
    }
}
