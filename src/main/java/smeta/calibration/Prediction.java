package smeta.calibration;

/** The likely tokens of a prompt by what they are, as a calibration corrects them; media are apart. */
public record Prediction(long text, long framing, long tools, long other) {
    public long total() {
        return Math.max(1, text + framing + tools + other);
    }
}
