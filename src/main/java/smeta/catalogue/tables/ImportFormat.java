package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** Whose table it is. */
public enum ImportFormat {
    /** {@code model_prices_and_context_window.json}: dollars for one token, image, second. */
    LITELLM(
            "litellm",
            "USD",
            "https://raw.githubusercontent.com/BerriAI/litellm/main/model_prices_and_context_window.json",
            LiteLlmTable::read),
    /**
     * {@code GET /api/v1/models} of OpenRouter and of those who copied it: the currency for one token, not named in the
     * file.
     */
    OPENROUTER("openrouter", null, "https://openrouter.ai/api/v1/models", OpenRouterTable::read),
    /** {@code api.json}: dollars for a million tokens. */
    MODELS_DEV("models-dev", "USD", "https://models.dev/api.json", ModelsDevTable::read),
    /** {@code data.json}: dollars for a million tokens, dated. */
    GENAI_PRICES(
            "genai-prices",
            "USD",
            "https://raw.githubusercontent.com/pydantic/genai-prices/main/prices/data.json",
            GenaiPricesTable::read);

    private final String wireName;
    private final @org.jspecify.annotations.Nullable String currency;
    private final String published;
    private final BiConsumer<JsonNode, ImportSheet> table;

    ImportFormat(
            String wireName,
            @org.jspecify.annotations.Nullable String currency,
            String published,
            BiConsumer<JsonNode, ImportSheet> table) {
        this.wireName = wireName;
        this.currency = currency;
        this.published = published;
        this.table = table;
    }

    public String wireName() {
        return wireName;
    }

    /** Where the table that the format is named after is published. */
    public String published() {
        return published;
    }

    /** The currency that the format is defined in; empty if it must be configured. */
    public Optional<String> currency() {
        return Optional.ofNullable(currency);
    }

    void read(JsonNode json, ImportSheet sheet) {
        table.accept(json, sheet);
    }

    public static Optional<ImportFormat> named(String name) {
        return Arrays.stream(values()).filter(f -> f.wireName.equals(name)).findFirst();
    }

    public static String names() {
        return Arrays.stream(values()).map(ImportFormat::wireName).collect(Collectors.joining(", "));
    }
}
