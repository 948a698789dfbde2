package smeta.catalogue.tables;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** The price fields of a LiteLLM row that become lines of a price card. */
final class LiteLlmLines {
    /** Field → line and unit; of two fields for one line the earlier counts. */
    static final Map<String, String[]> ALL;

    static {
        Map<String, String[]> all = new LinkedHashMap<>();
        for (String[] line : new String[][] {
            {"input_cost_per_token", "input", Price.TOKENS},
            {"output_cost_per_token", "output", Price.TOKENS},
            {"cache_read_input_token_cost", "cache_read", Price.TOKENS},
            {"input_cost_per_token_cache_hit", "cache_read", Price.TOKENS},
            {"cache_creation_input_token_cost", "cache_write_5m", Price.TOKENS},
            {"cache_creation_input_token_cost_above_1hr", "cache_write_1h", Price.TOKENS},
            {"cache_read_input_audio_token_cost", "cache_read_audio", Price.TOKENS},
            {"cache_read_input_image_token_cost", "cache_read_image", Price.TOKENS},
            {"output_cost_per_reasoning_token", "reasoning", Price.TOKENS},
            {"citation_cost_per_token", "citation", Price.TOKENS},
            {"input_cost_per_audio_token", "audio", Price.TOKENS},
            {"output_cost_per_audio_token", "audio_output", Price.TOKENS},
            {"input_cost_per_image_token", "image", Price.TOKENS},
            {"output_cost_per_image_token", "image_output", Price.TOKENS},
            {"input_cost_per_video_token", "video", Price.TOKENS},
            {"output_cost_per_video_token", "video_output", Price.TOKENS},
            {"output_cost_per_image", "image_output", "image"},
            {"input_cost_per_image", "?image", "image"},
            {"input_cost_per_audio_per_second", "audio", "second"},
            {"input_cost_per_video_per_second", "video", "second"},
            {"output_cost_per_video_per_second", "video_output", "second"},
            {"input_cost_per_second", "?in", "second"},
            {"output_cost_per_second", "?out", "second"},
            {"input_cost_per_character", "input", "1M characters"},
            {"output_cost_per_character", "output", "1M characters"},
            {"input_cost_per_request", "request", "request"},
            {"input_cost_per_query", "request", "request"},
            {"ocr_cost_per_page", "document", "page"}
        }) {
            all.put(line[0], line);
        }
        ALL = Collections.unmodifiableMap(all);
    }

    private LiteLlmLines() {}
}
