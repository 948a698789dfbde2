package smeta.usage;

import java.util.List;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;

/** Where reasoning is counted: with most vendors a part of the completion; xAI counts it beside. */
enum ReasoningPlace {
    INSIDE,
    BESIDE,
    UNCLEAR;

    static ReasoningPlace of(Fields fields, long prompt, long reply, long reasoning, boolean byXai) {
        if (reasoning == 0) {
            return INSIDE;
        }
        if (fields.has("total_tokens")) {
            return fields.count("total_tokens") == prompt + reply + reasoning ? BESIDE : INSIDE;
        }
        if (!byXai) {
            return INSIDE;
        }
        return reasoning > reply ? BESIDE : UNCLEAR;
    }

    /** The whole reply, reasoning included. */
    long total(long reply, long reasoning) {
        return this == BESIDE ? Math.addExact(reply, reasoning) : reply;
    }

    /** Opens the reply upwards where it can't be told. */
    Usage opened(Usage usage, long reasoning, List<Note> notes) {
        if (this != UNCLEAR) {
            return usage;
        }
        notes.add(new Note(
                "reasoning_unclear",
                "Without a total it can't be told whether reasoning is a part of the completion or beside it; the upper"
                        + " bound takes it to be beside."));
        long visible = usage.get(Meter.OUTPUT_TOKENS).likely();
        return usage.with(Meter.OUTPUT_TOKENS, new Count(visible, visible, Math.addExact(visible, reasoning)));
    }
}
