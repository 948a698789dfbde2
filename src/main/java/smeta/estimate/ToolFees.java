package smeta.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.Searches;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.prompt.Dialect;
import smeta.prompt.Tool;

/**
 * The fees of the vendor's tools that have a meter: searches and code that is run. A call is certain where the request
 * forces one or the model always searches; otherwise the likely count has none, as the choice is the model's. Gemini's
 * {@code codeExecution} and {@code fileSearch} have no fee beside their tokens (ai.google.dev/gemini-api/docs, code-execution
 * and file-search, 2026-11).
 *
 * @param bounded false if nothing bounds the number of calls
 */
record ToolFees(List<Item> items, boolean bounded, List<Note> notes) {
    static ToolFees of(Request request, Model model) {
        Map<Meter, List<Tool>> byMeter = new LinkedHashMap<>();
        if (model.searches() != null && model.searches().least() > 0) {
            byMeter.put(Meter.WEB_SEARCHES, new ArrayList<>());
        }
        for (Tool tool : request.prompt.tools()) {
            Meter meter = meter(tool);
            boolean free = meter == Meter.FILE_SEARCHES && request.prompt.dialect() == Dialect.GEMINI;
            if (meter != null && !free) {
                byMeter.computeIfAbsent(meter, m -> new ArrayList<>()).add(tool);
            }
        }
        List<Item> items = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        boolean bounded = true;
        for (Map.Entry<Meter, List<Tool>> entry : byMeter.entrySet()) {
            Searches known = entry.getKey() == Meter.WEB_SEARCHES ? model.searches() : null;
            bounded &= entry.getValue().stream().noneMatch(tool -> hasOtherFee(tool, notes));
            if (known != null && known.inFee()) {
                continue;
            }
            ToolCalls calls = ToolCalls.of(request, entry.getValue());
            Long most = ToolCalls.least(calls.most(), known == null ? null : known.most());
            long low = Math.max(calls.forced() ? 1 : 0, known == null ? 0 : known.least());
            long likely = low > 0 && known != null ? Math.max(low, known.likely()) : low;
            long high = most == null ? Math.max(1, likely) : Math.max(low, most);
            likely = Math.min(likely, high);
            bounded &= most != null;
            items.add(new Item(name(entry.getKey()), entry.getKey(), Count.between(low, likely, high), null));
            notes.add(about(entry.getKey(), likely, most));
        }
        return new ToolFees(items, bounded, notes);
    }

    /** Whether all that the tool costs is in the model's published fee, so that it leaves nothing open. */
    static boolean isInFee(Tool tool, Model model) {
        return meter(tool) == Meter.WEB_SEARCHES
                && model.searches() != null
                && model.searches().least() > 0
                && (model.searches().inFee() || model.searches().most() != null);
    }

    private static Note about(Meter meter, long likely, @Nullable Long most) {
        Note note = most == null
                ? new Note(
                        "tool_fee",
                        "The likely count has {likely} of the fee for a {tool}, and nothing bounds how many the model"
                                + " makes.")
                : new Note("tool_fee", "The likely count has {likely} of the fee for a {tool}, the upper bound {most}.")
                        .with("most", most);
        return note.with("tool", name(meter)).with("likely", likely);
    }

    private static String name(Meter meter) {
        return switch (meter) {
            case WEB_SEARCHES -> "web search";
            case FILE_SEARCHES -> "file search";
            case MAP_SEARCHES -> "map search";
            default -> "run of code";
        };
    }

    /** Perplexity's search in several steps, which costs more than its depth tells (docs.perplexity.ai, Pro Search). */
    private static boolean hasOtherFee(Tool search, List<Note> notes) {
        String type = search.source().path("search_type").asText("fast");
        if (type.equals("fast")) {
            return false;
        }
        notes.add(new Note(
                        "search_type",
                        "A search of the type “{type}” has a fee of its own, which is not known here: the bounds have that of an"
                                + " ordinary one.")
                .with("type", type));
        return true;
    }

    /** By the vendors' names of their tools, with or without a date (references of 2026-11). */
    private static @Nullable Meter meter(Tool tool) {
        if (tool.isFunction()) {
            return null;
        }
        return switch (tool.type().replaceFirst("(_preview)?(_\\d{4}_\\d{2}_\\d{2}|_\\d{8})?$", "")) {
            case "web_search",
                    "x_search",
                    "googleSearch",
                    "google_search",
                    "googleSearchRetrieval",
                    "enterpriseWebSearch",
                    "bing_grounding",
                    "openrouter:web_search" -> Meter.WEB_SEARCHES;
            case "builtin_function" ->
                tool.source().at("/function/name").asText().equals("$web_search") ? Meter.WEB_SEARCHES : null;
            case "file_search", "fileSearch", "collections_search" -> Meter.FILE_SEARCHES;
            case "googleMaps", "google_maps" -> Meter.MAP_SEARCHES;
            case "code_interpreter", "code_execution" -> Meter.CODE_RUNS;
            case "shell" ->
                tool.source().at("/environment/type").asText().startsWith("container") ? Meter.CODE_RUNS : null;
            default -> null;
        };
    }
}
