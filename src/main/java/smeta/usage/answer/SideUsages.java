package smeta.usage.answer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.meter.Count;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;
import smeta.usage.UsageElsewhere;
import smeta.usage.UsageReader;

/**
 * What an answer shows beside its usage and is billed besides: searches, code, pictures that a tool drew (OpenAI,
 * reference of Responses; Gemini, grounding metadata; 2026).
 */
final class SideUsages {
    private static final String PICTURES = "image_generation";

    private Usage usage = Usage.NONE;
    private final List<String> unmetered = new ArrayList<>();
    private final List<UsageElsewhere> elsewhere = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();

    private SideUsages() {}

    /** @param holder the object that has the usage */
    static SideUsages of(JsonNode holder, String pointer) {
        SideUsages sides = new SideUsages();
        boolean counted = sides.toolUsage(holder, pointer);
        sides.calls(holder, counted);
        sides.grounding(holder);
        return sides;
    }

    ReportedUsage addedTo(ReportedUsage reported) {
        return reported.with(usage, unmetered, elsewhere, notes);
    }

    private boolean toolUsage(JsonNode holder, String pointer) {
        JsonNode tools = holder.path("tool_usage");
        JsonNode pictures = tools.path("image_gen");
        if (pictures.isObject()
                && pictures.path("total_tokens").asLong()
                                + pictures.path("output_tokens").asLong()
                        > 0) {
            ReportedUsage drawn =
                    UsageReader.read(pictures, Convention.OPENAI_RESPONSES, pointer + "/tool_usage/image_gen");
            elsewhere.add(new UsageElsewhere(PICTURES, pictureModel(holder), drawn.usage()));
        }
        count(Meter.WEB_SEARCHES, tools.path("web_search").path("num_requests").asLong());
        return tools.path("web_search").has("num_requests");
    }

    private static @Nullable String pictureModel(JsonNode holder) {
        for (JsonNode tool : holder.path("tools")) {
            if (tool.path("type").asText().equals(PICTURES)
                    && tool.path("model").isTextual()) {
                return tool.get("model").asText();
            }
        }
        return null;
    }

    /** @param searchesCounted whether the vendor has counted the searches itself */
    private void calls(JsonNode holder, boolean searchesCounted) {
        boolean drew = false;
        for (JsonNode item : holder.path("output")) {
            switch (item.path("type").asText()) {
                case "web_search_call" -> {
                    // opening a page or looking for a word on it is free
                    boolean searched =
                            item.path("action").path("type").asText("search").equals("search");
                    count(Meter.WEB_SEARCHES, searched && !searchesCounted ? 1 : 0);
                }
                case "file_search_call" -> count(Meter.FILE_SEARCHES, 1);
                case "code_interpreter_call" -> count(Meter.CODE_RUNS, 1);
                case "image_generation_call" -> drew = true;
                default -> {}
            }
        }
        if (drew && elsewhere.isEmpty()) {
            unmetered(PICTURES);
        }
    }

    /** Newer models are billed by the query, older ones by the grounded prompt: at least one, at most all. */
    private void grounding(JsonNode holder) {
        long queries = 0;
        for (JsonNode candidate : holder.path("candidates")) {
            queries +=
                    candidate.path("groundingMetadata").path("webSearchQueries").size();
        }
        if (queries > 0) {
            usage = usage.plus(Meter.WEB_SEARCHES, new Count(1, queries, queries));
        }
        if (queries > 1) {
            notes.add(new Note(
                    "searches_by_query",
                    "Some models are billed by the search query, others by the grounded prompt; the lower bound is one"
                            + " search."));
        }
    }

    private void count(Meter meter, long count) {
        usage = count <= 0 ? usage : usage.plus(meter, count);
    }

    private void unmetered(String what) {
        if (!unmetered.contains(what)) {
            unmetered.add(what);
        }
    }
}
