package smeta.usage;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** A usage in the catalogue's own meters: each unit in one of them, or with totals that include the others. */
final class MeterUsage implements UsageShape {
    private final boolean inclusive;

    private MeterUsage(boolean inclusive) {
        this.inclusive = inclusive;
    }

    static MeterUsage disjoint() {
        return new MeterUsage(false);
    }

    static MeterUsage inclusive() {
        return new MeterUsage(true);
    }

    @Override
    public Convention convention() {
        return inclusive ? Convention.INCLUSIVE : Convention.DISJOINT;
    }

    /** Totals are never guessed: they are read as such where the caller says so. */
    @Override
    public boolean recognises(JsonNode usage) {
        return !inclusive;
    }

    @Override
    public ReportedUsage read(Fields fields) {
        Usage given = meters(fields);
        return ReportedUsage.of(inclusive ? parted(fields, given) : given, convention(), List.of())
                .withReplyMedia(true);
    }

    private static Usage parted(Fields fields, Usage given) {
        Usage usage = Usage.NONE;
        long prompt = 0;
        long reply = 0;
        for (Meter meter : given.counts().keySet()) {
            long count = given.get(meter).likely();
            if (meter == Meter.INPUT_TOKENS || meter == Meter.OUTPUT_TOKENS) {
                continue;
            }
            prompt += meter.isPromptTokens() ? count : 0;
            reply += meter.isReplyTokens() ? count : 0;
            usage = usage.plus(meter, count);
        }
        usage = rest(fields, usage, Meter.INPUT_TOKENS, given, prompt);
        return rest(fields, usage, Meter.OUTPUT_TOKENS, given, reply);
    }

    private static Usage rest(Fields fields, Usage usage, Meter total, Usage given, long parts) {
        long all = given.get(total).likely();
        if (parts > all) {
            throw fields.contradiction(
                    total.wireName(),
                    "“" + total.wireName() + "” is said to include its parts, but is " + all
                            + " tokens, and the parts are " + parts + ".");
        }
        return all == parts ? usage : usage.plus(total, all - parts);
    }

    private static Usage meters(Fields fields) {
        Usage usage = Usage.NONE;
        for (Meter meter : Meter.values()) {
            if (fields.has(meter.wireName())) {
                usage = usage.plus(meter, fields.count(meter.wireName(), meter.unit()));
            }
        }
        fields.close();
        return usage;
    }
}
