package smeta.usage;

import java.util.List;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** A usage in the catalogue's own meters. */
final class MeterUsage {
    private MeterUsage() {}

    static ReportedUsage disjoint(Fields fields) {
        return new ReportedUsage(meters(fields), Convention.DISJOINT, null, List.of());
    }

    static ReportedUsage inclusive(Fields fields) {
        Usage given = meters(fields);
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
        usage = rest(fields, usage, Meter.OUTPUT_TOKENS, given, reply);
        return new ReportedUsage(usage, Convention.INCLUSIVE, null, List.of());
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
