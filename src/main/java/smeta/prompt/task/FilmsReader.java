package smeta.prompt.task;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Part;
import smeta.prompt.ReplyWishes;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Films: OpenAI's videos ({@code prompt}, {@code seconds}, 4 where it isn't told), Veo's {@code predictLongRunning}
 * ({@code instances}, {@code parameters.durationSeconds}). References of 2026-11.
 */
public final class FilmsReader implements DialectReader {
    private static final long UNTOLD_SORA = 4;

    private final PromptDraft draft;

    public FilmsReader(PromptDraft draft) {
        this.draft = draft;
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        JsonCursor parameters = body.at("parameters");
        if (!body.has("instances")) {
            message(body.at("prompt"), body);
            Long said = body.either("seconds", "duration").wholeOrText();
            String model = ModelNames.read(body);
            wishes(
                    said == null && model != null && model.startsWith("sora") ? Long.valueOf(UNTOLD_SORA) : said,
                    body.either("size", "resolution").textOrNull());
            draft.replies(body.at("n"), 1);
            return;
        }
        body.at("instances")
                .items()
                .forEach(instance -> message(instance.object().at("prompt"), instance));
        wishes(
                parameters.at("durationSeconds").wholeOrText(),
                parameters.at("resolution").textOrNull());
        draft.replies(
                parameters.at("sampleCount"),
                Math.max(1, body.at("instances").node().size()));
    }

    private void message(JsonCursor prompt, JsonCursor place) {
        List<Part> parts = new ArrayList<>();
        if (prompt.present()) {
            parts.add(Part.Text.of(prompt.pointer(), prompt.text()));
        }
        draft.message(place, "user", parts);
    }

    private void wishes(@Nullable Long seconds, @Nullable String size) {
        draft.wishes(new ReplyWishes(
                EnumSet.of(ReplyWishes.Medium.VIDEO),
                new ReplyWishes.Picture(size, null, 0),
                seconds,
                null,
                null,
                null));
    }
}
