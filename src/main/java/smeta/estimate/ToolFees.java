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
import smeta.prompt.Prompt.ToolChoice;
import smeta.prompt.Prompt.ToolChoice.Mode;
import smeta.prompt.Tool;

/**
 * The fees of the vendor's tools that have a meter: searches of the web and of files. A call is certain where the
 * request forces one or the model always searches; otherwise the likely count has none, as the choice is the model's.
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
            if (meter != null) {
                byMeter.computeIfAbsent(meter, m -> new ArrayList<>()).add(tool);
            }
        }
        List<Item> items = new ArrayList<>();
        List<Note> notes = new ArrayList<>();
        boolean bounded = true;
        for (Map.Entry<Meter, List<Tool>> entry : byMeter.entrySet()) {
            Searches known = entry.getKey() == Meter.WEB_SEARCHES ? model.searches() : null;
            if (known != null && known.inFee()) {
                continue;
            }
            Long most = least(mostSaid(request, entry.getValue()), known == null ? null : known.most());
            boolean forced = isForced(request, entry.getValue());
            long low = Math.max(forced ? 1 : 0, known == null ? 0 : known.least());
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
        return meter == Meter.WEB_SEARCHES ? "web search" : "file search";
    }

    /** The most calls that the body allows. */
    private static @Nullable Long mostSaid(Request request, List<Tool> tools) {
        Long calls = request.prompt.wishes().toolCalls();
        long uses = 0;
        for (Tool tool : tools) {
            if (!tool.source().path("max_uses").canConvertToLong()) {
                return calls;
            }
            uses += tool.source().path("max_uses").longValue();
        }
        return tools.isEmpty() ? calls : least(calls, Long.valueOf(Math.max(0, uses)));
    }

    private static @Nullable Long least(@Nullable Long one, @Nullable Long other) {
        return one == null ? other : other == null ? one : Long.valueOf(Math.min(one, other));
    }

    /** A choice of “required” forces the vendor's tool only where there is no other to call. */
    private static boolean isForced(Request request, List<Tool> tools) {
        ToolChoice choice = request.prompt.toolChoice();
        if (choice.mode() == Mode.NAMED) {
            return tools.stream().anyMatch(t -> t.name().equals(choice.name()) || t.type().equals(choice.name()));
        }
        return choice.mode() == Mode.REQUIRED && !tools.isEmpty() && tools.size() == request.prompt.tools().size();
    }

    /** By the vendors' names of their tools, with or without a date (references of 2026-11). */
    private static @Nullable Meter meter(Tool tool) {
        if (tool.isFunction()) {
            return null;
        }
        return switch (tool.type().replaceFirst("(_preview)?(_\\d{4}_\\d{2}_\\d{2}|_\\d{8})?$", "")) {
            case "web_search", "x_search", "googleSearch", "google_search", "googleSearchRetrieval", "enterpriseWebSearch",
                    "bing_grounding", "openrouter:web_search" -> Meter.WEB_SEARCHES;
            case "file_search", "fileSearch", "collections_search" -> Meter.FILE_SEARCHES;
            default -> null;
        };
    }
}
