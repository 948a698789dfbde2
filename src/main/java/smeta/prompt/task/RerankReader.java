package smeta.prompt.task;

import java.util.ArrayList;
import java.util.List;
import smeta.prompt.Part;
import smeta.prompt.reading.DialectReader;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.PromptDraft;

/**
 * Rerank of Cohere, Jina, Voyage and DashScope: a query and documents, which stand in {@code input} at DashScope's. The
 * query counts with every document, as Voyage and Jina bill it (docs.voyageai.com/docs/pricing, 2026).
 */
public final class RerankReader implements DialectReader {
    private final PromptDraft draft;

    public RerankReader(PromptDraft draft) {
        this.draft = draft;
    }

    @Override
    public void read(JsonCursor body) {
        draft.model(ModelNames.read(body));
        JsonCursor inner = body.at("input").node().isObject() ? body.at("input") : body;
        JsonCursor query = inner.at("query");
        JsonCursor documents = inner.either("documents", "texts");
        if (!documents.node().isArray()) {
            throw documents.wrongType("an array of documents");
        }
        for (JsonCursor document : documents.items()) {
            List<Part> parts = new ArrayList<>();
            text(query, parts);
            text(document, parts);
            draft.message(document, "user", parts);
        }
    }

    private void text(JsonCursor place, List<Part> parts) {
        if (place.isText()) {
            parts.add(Part.Text.of(place.pointer(), place.text()));
        } else if (place.object().has("image")) {
            draft.remarks().notMeasured("unknown_part", place, "How a picture is ranked is not known here.");
        } else {
            parts.add(Part.Text.of(
                    place.pointer(),
                    place.has("text") ? place.at("text").text() : place.plain().toString()));
        }
    }
}
