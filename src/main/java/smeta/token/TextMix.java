package smeta.token;

import java.util.Arrays;

/** The tokens of some texts by what the texts are made of, in thousandths of a token. Immutable; adds up over texts. */
public final class TextMix {
    public static final TextMix NONE = new TextMix(new long[TextMaterial.values().length]);

    private final long[] thousandths;

    private TextMix(long[] thousandths) {
        this.thousandths = thousandths;
    }

    /** @param thousandths by the order of {@link TextMaterial}, none below zero */
    public static TextMix of(long... thousandths) {
        if (thousandths.length != TextMaterial.values().length
                || Arrays.stream(thousandths).anyMatch(t -> t < 0)) {
            throw new IllegalArgumentException("expected a number from zero for each material of text");
        }
        return new TextMix(thousandths.clone());
    }

    public long of(TextMaterial material) {
        return thousandths[material.ordinal()];
    }

    public TextMix plus(TextMix other) {
        long[] sum = new long[thousandths.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.addExact(thousandths[i], other.thousandths[i]);
        }
        return new TextMix(sum);
    }

    /** All materials together. */
    public long total() {
        return Arrays.stream(thousandths).sum();
    }

    /** The same proportions with another total; what rounding leaves over goes to the largest part. */
    public TextMix scaledTo(long total) {
        long now = total();
        if (now == 0) {
            return total == 0 ? this : only(total);
        }
        long[] scaled = new long[thousandths.length];
        int largest = 0;
        long rest = total;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = (long) Math.floor((double) thousandths[i] * total / now);
            rest -= scaled[i];
            largest = thousandths[i] > thousandths[largest] ? i : largest;
        }
        scaled[largest] += rest;
        return new TextMix(scaled);
    }

    private static TextMix only(long total) {
        long[] other = new long[TextMaterial.values().length];
        other[TextMaterial.OTHER.ordinal()] = total;
        return new TextMix(other);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TextMix mix && Arrays.equals(thousandths, mix.thousandths);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(thousandths);
    }

    @Override
    public String toString() {
        return Arrays.toString(thousandths);
    }
}
