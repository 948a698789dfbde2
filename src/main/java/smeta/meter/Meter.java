package smeta.meter;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A billable thing. Every unit of work is counted in exactly one meter of a {@link Matter}; a medium may besides be
 * known in another unit (an image as tokens and as one image), of which a price card bills one.
 */
public enum Meter {
    INPUT_TOKENS("input", Unit.TOKENS, Matter.TEXT_IN, null),
    INPUT_CHARACTERS("input", Unit.CHARACTERS, Matter.TEXT_IN, null),
    IMAGE_TOKENS("image", Unit.TOKENS, Matter.IMAGE_IN, INPUT_TOKENS),
    IMAGES("image", Unit.IMAGES, Matter.IMAGE_IN, null),
    AUDIO_TOKENS("audio", Unit.TOKENS, Matter.AUDIO_IN, INPUT_TOKENS),
    AUDIO_SECONDS("audio", Unit.SECONDS, Matter.AUDIO_IN, null),
    VIDEO_TOKENS("video", Unit.TOKENS, Matter.VIDEO_IN, INPUT_TOKENS),
    VIDEO_SECONDS("video", Unit.SECONDS, Matter.VIDEO_IN, null),
    DOCUMENT_TOKENS("document", Unit.TOKENS, Matter.DOCUMENT_IN, IMAGE_TOKENS),
    PAGES("document", Unit.PAGES, Matter.DOCUMENT_IN, null),
    /** Tokens of tool answers, where a seller has a price of their own for them. */
    TOOL_TOKENS("tool", Unit.TOKENS, Matter.TOOL_IN, INPUT_TOKENS),

    CACHE_READ_TOKENS("cache_read", Unit.TOKENS, Matter.CACHED_IN, INPUT_TOKENS),
    /** Tokens read from a cache that the caller made, where that costs something else than a hit by chance. */
    CACHE_READ_EXPLICIT_TOKENS("cache_read_explicit", Unit.TOKENS, Matter.CACHED_IN, CACHE_READ_TOKENS),
    CACHE_READ_IMAGE_TOKENS("cache_read_image", Unit.TOKENS, Matter.CACHED_IN, IMAGE_TOKENS),
    CACHE_READ_AUDIO_TOKENS("cache_read_audio", Unit.TOKENS, Matter.CACHED_IN, AUDIO_TOKENS),
    CACHE_READ_VIDEO_TOKENS("cache_read_video", Unit.TOKENS, Matter.CACHED_IN, VIDEO_TOKENS),
    /** Tokens written to the cache for the vendor's usual time. */
    CACHE_WRITE_TOKENS("cache_write", Unit.TOKENS, Matter.CACHE_WRITE, INPUT_TOKENS),
    CACHE_WRITE_5M_TOKENS("cache_write_5m", Unit.TOKENS, Matter.CACHE_WRITE, CACHE_WRITE_TOKENS),
    CACHE_WRITE_30M_TOKENS("cache_write_30m", Unit.TOKENS, Matter.CACHE_WRITE, CACHE_WRITE_TOKENS),
    CACHE_WRITE_1H_TOKENS("cache_write_1h", Unit.TOKENS, Matter.CACHE_WRITE, CACHE_WRITE_TOKENS),
    CACHE_WRITE_12H_TOKENS("cache_write_12h", Unit.TOKENS, Matter.CACHE_WRITE, CACHE_WRITE_TOKENS),
    CACHE_STORAGE_TOKEN_HOURS("cache_storage", Unit.TOKEN_HOURS, Matter.CACHE_STORAGE, null),

    OUTPUT_TOKENS("output", Unit.TOKENS, Matter.TEXT_OUT, null),
    OUTPUT_CHARACTERS("output", Unit.CHARACTERS, Matter.TEXT_OUT, null),
    /** The visible reply of a model that thought before it, where that has a price of its own. */
    OUTPUT_THINKING_TOKENS("output_thinking", Unit.TOKENS, Matter.TEXT_OUT, OUTPUT_TOKENS),
    REASONING_TOKENS("reasoning", Unit.TOKENS, Matter.REASONING, OUTPUT_THINKING_TOKENS),
    CITATION_TOKENS("citation", Unit.TOKENS, Matter.CITATION, null),
    IMAGE_OUTPUT_TOKENS("image_output", Unit.TOKENS, Matter.IMAGE_OUT, null),
    OUTPUT_IMAGES("image_output", Unit.IMAGES, Matter.IMAGE_OUT, null),
    AUDIO_OUTPUT_TOKENS("audio_output", Unit.TOKENS, Matter.AUDIO_OUT, null),
    AUDIO_OUTPUT_SECONDS("audio_output", Unit.SECONDS, Matter.AUDIO_OUT, null),
    VIDEO_OUTPUT_TOKENS("video_output", Unit.TOKENS, Matter.VIDEO_OUT, null),
    VIDEO_OUTPUT_SECONDS("video_output", Unit.SECONDS, Matter.VIDEO_OUT, null),

    REQUESTS("request", Unit.REQUESTS, Matter.REQUEST, null),
    WEB_SEARCHES("web_search", Unit.SEARCHES, Matter.WEB_SEARCH, null),
    FILE_SEARCHES("file_search", Unit.SEARCHES, Matter.FILE_SEARCH, null),
    MAP_SEARCHES("map_search", Unit.SEARCHES, Matter.MAP_SEARCH, null),
    /** Calls of a tool that runs code at the vendor. */
    CODE_RUNS("code_run", Unit.REQUESTS, Matter.CODE_RUN, null);

    /** What is measured; of the meters of one matter that differ only in the unit, a card bills one. */
    public enum Matter {
        TEXT_IN,
        IMAGE_IN,
        AUDIO_IN,
        VIDEO_IN,
        DOCUMENT_IN,
        TOOL_IN,
        CACHED_IN,
        CACHE_WRITE,
        CACHE_STORAGE,
        TEXT_OUT,
        REASONING,
        CITATION,
        IMAGE_OUT,
        AUDIO_OUT,
        VIDEO_OUT,
        REQUEST,
        WEB_SEARCH,
        FILE_SEARCH,
        MAP_SEARCH,
        CODE_RUN
    }

    private final String key;
    private final Unit unit;
    private final Matter matter;
    private final @Nullable Meter fallback;

    Meter(String key, Unit unit, Matter matter, @Nullable Meter fallback) {
        this.key = key;
        this.unit = unit;
        this.matter = matter;
        this.fallback = fallback;
    }

    /** The line of a price card that prices it, for instance {@code cache_read}. */
    public String key() {
        return key;
    }

    public Unit unit() {
        return unit;
    }

    public Matter matter() {
        return matter;
    }

    /**
     * The coarser meter whose rate applies where this one has none: cached image tokens → image tokens → input tokens.
     */
    public Optional<Meter> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** The name in JSON: {@code input_tokens}, {@code images}, {@code audio_seconds}. */
    public String wireName() {
        return switch (this) {
            case IMAGES -> "images";
            case OUTPUT_IMAGES -> "output_images";
            case PAGES -> "pages";
            case REQUESTS -> "requests";
            case WEB_SEARCHES -> "web_searches";
            case FILE_SEARCHES -> "file_searches";
            case MAP_SEARCHES -> "map_searches";
            case CODE_RUNS -> "code_runs";
            default -> key + "_" + unit.wireName();
        };
    }

    /** Whether it is part of the prompt that is compared with a tier's threshold and with the model's window. */
    public boolean isPromptTokens() {
        return unit == Unit.TOKENS
                && switch (matter) {
                    case TEXT_IN, IMAGE_IN, AUDIO_IN, VIDEO_IN, DOCUMENT_IN, TOOL_IN, CACHED_IN, CACHE_WRITE -> true;
                    default -> false;
                };
    }

    /** Whether it is part of what the model generates, reasoning included. */
    public boolean isReplyTokens() {
        return unit == Unit.TOKENS
                && switch (matter) {
                    case TEXT_OUT, REASONING, IMAGE_OUT, AUDIO_OUT, VIDEO_OUT -> true;
                    default -> false;
                };
    }

    public static Optional<Meter> named(String wireName) {
        return Arrays.stream(values())
                .filter(m -> m.wireName().equals(wireName))
                .findFirst();
    }

    /** The meters that a line of a price card may mean; the unit decides which. */
    public static List<Meter> ofKey(String key) {
        return Arrays.stream(values()).filter(m -> m.key.equals(key)).toList();
    }
}
