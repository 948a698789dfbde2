package smeta.media;

/**
 * A rule that measurements contradict: its bounds, moved out by so many percent. GPT-6: ±30 %, since a measured
 * difference of 1,066 tokens stands against 1,382 by the formula.
 */
record UncertainImage(ImageRule rule, long percent) implements ImageRule {
    static ImageRule around(ImageRule rule, Parameters p) {
        Long percent = p.wholeOrAbsent("uncertainty_percent");
        if (percent == null) {
            return rule;
        }
        if (percent > 99) {
            p.defect("found uncertainty_percent " + percent + ", expected 1 to 99");
        }
        return new UncertainImage(rule, Math.min(99, percent));
    }

    @Override
    public Measured measure(ImageFacts image) {
        Measured exact = rule.measure(image);
        long low = exact.tokens().low() * (100 - percent) / 100;
        long high = Pixels.ceilDiv(exact.tokens().high() * (100 + percent), 100);
        String how = exact.how() + " ± " + percent + " %";
        return exact.bounded()
                ? Measured.between(low, exact.tokens().likely(), high, how)
                : Measured.unbounded(low, exact.tokens().likely(), high, how);
    }

    @Override
    public Description describe() {
        Description exact = rule.describe();
        return new Description(
                exact.rule(),
                exact.words() + " Measurements contradict the formula: ± " + percent + " %.",
                exact.formula() + " ± " + percent + " %",
                exact.source(),
                exact.asOf());
    }
}
