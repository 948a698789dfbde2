package smeta.usage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.meter.Meter;
import smeta.meter.Usage;

/** What single vendors and gateways put into a usage of OpenAI's shape: what costs nothing, by name, and what may. */
final class CompatibleServers {
    /** Durations that Groq and others report beside the tokens. */
    private static final String[] TIMES = {"queue_time", "prompt_time", "completion_time", "total_time"};
    /** xAI's number of tools is told by kind, and the kinds are what is billed. */
    private static final String[] COUNTED_BY_KIND = {"num_server_side_tools_used"};

    /** Calls of xAI's tools that have a meter; the others stand under what is unpriced. */
    private static final Set<String> XAI_METERED =
            Set.of("web_search_calls", "x_search_calls", "file_search_calls", "code_interpreter_calls");

    private CompatibleServers() {}

    /**
     * @param byXai     whether it has xAI's marks
     * @param unmetered what costs and has no meter
     */
    record Additions(Usage usage, ServedTerms served, boolean byXai, List<String> unmetered) {}

    static Additions read(Fields fields) {
        List<String> unmetered = new ArrayList<>();
        fields.ignore(TIMES);
        boolean byXai = fields.has("cost_in_usd_ticks")
                || fields.has("num_sources_used")
                || fields.has("num_server_side_tools_used");
        if (fields.count("num_sources_used") > 0) {
            unmetered.add("sources");
        }
        Usage usage = xaiTools(fields, unmetered).plus(routerTools(fields));
        fields.ignore(COUNTED_BY_KIND);
        String speed = fields.text("speed");
        String geo = fields.text("inference_geo");
        boolean anywhere = geo == null || geo.isBlank() || geo.equals("global") || geo.equals("not_available");
        ServedTerms served = new ServedTerms("fast".equals(speed) ? "fast" : null, anywhere ? null : geo, null);
        return new Additions(usage, served, byXai, unmetered);
    }

    private static Usage xaiTools(Fields fields, List<String> unmetered) {
        Fields tools = fields.object("server_side_tool_usage_details");
        if (tools == null) {
            if (fields.count("num_server_side_tools_used") > 0) {
                unmetered.add("server_side_tools");
            }
            return Usage.NONE;
        }
        Usage usage = Usage.NONE;
        usage = plus(usage, Meter.WEB_SEARCHES, tools.count("web_search_calls") + tools.count("x_search_calls"));
        usage = plus(usage, Meter.FILE_SEARCHES, tools.count("file_search_calls"));
        usage = plus(usage, Meter.CODE_RUNS, tools.count("code_interpreter_calls"));
        for (String key : tools.keys()) {
            if (!XAI_METERED.contains(key) && tools.count(key) > 0) {
                unmetered.add(key);
            }
        }
        return usage;
    }

    private static Usage routerTools(Fields fields) {
        @Nullable Fields tools = fields.object("server_tool_use");
        if (tools == null) {
            return Usage.NONE;
        }
        Usage usage = plus(Usage.NONE, Meter.WEB_SEARCHES, tools.count("web_search_requests"));
        tools.ignore("web_fetch_requests", "tool_search_requests");
        tools.close();
        return usage;
    }

    private static Usage plus(Usage usage, Meter meter, long count) {
        return count == 0 ? usage : usage.plus(meter, count);
    }
}
