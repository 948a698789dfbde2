package smeta.library;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Body;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageReader;
import smeta.usage.answer.AnswerReader;
import smeta.usage.answer.EventStream;
import smeta.usage.answer.WholeAnswer;

/**
 * A usage, alone or in the answer that it came with.
 *
 * @param model as the answer names it; null if it doesn't
 */
record ReportedAnswer(@Nullable String model, ReportedUsage usage) {
    /** @throws smeta.prompt.Unreadable if it is neither, or contradicts itself */
    static ReportedAnswer read(byte[] bytes) {
        if (EventStream.isStream(bytes)) {
            return whole(EventStream.answer(bytes));
        }
        JsonNode tree = Body.json(bytes);
        if (tree.isArray() && !tree.isEmpty()) {
            return whole(EventStream.answer(tree));
        }
        return AnswerReader.isAnswer(tree) || tree.path("usage").isObject()
                ? whole(tree)
                : new ReportedAnswer(null, UsageReader.read(tree, null, ""));
    }

    private static ReportedAnswer whole(JsonNode answer) {
        WholeAnswer read = AnswerReader.read(answer, null);
        return new ReportedAnswer(read.model(), read.usage());
    }
}
