package smeta.token.fit;

import java.util.List;
import smeta.token.Precision;
import smeta.token.Text;
import smeta.token.TextMix;
import smeta.token.TokenCount;
import smeta.token.Tokenizer;

/**
 * Estimates a family whose vocabulary is not present, from the o200k count and the characters of the texts. The bounds
 * hold in at least 95 % of unseen texts (docs/estimates.md says how that was measured, and where it wasn't possible),
 * and always: a text that is not empty has at least one token, and at most one token for each byte and one for the
 * prefix that some families put before a text.
 */
public final class EstimatedTokenizer implements Tokenizer {
    private final String name;
    private final TextMeasure measure;
    private final FittedEstimate estimate;

    EstimatedTokenizer(String name, TextMeasure measure, FittedEstimate estimate) {
        this.name = name;
        this.measure = measure;
        this.estimate = estimate;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Precision precision() {
        return Precision.ESTIMATED;
    }

    @Override
    public TokenCount count(List<Text> texts) {
        TextMeasure.Measured measured = measure.of(texts);
        return estimate.count(measured.features(), measured.tokens(), measured.bytes());
    }

    /** The likely count by what the texts are made of. */
    public TextMix mix(List<Text> texts) {
        TextMeasure.Measured measured = measure.of(texts);
        return estimate.mix(measured.features(), measured.tokens())
                .scaledTo(count(texts).likely() * 1000);
    }
}
