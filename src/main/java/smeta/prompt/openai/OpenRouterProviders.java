package smeta.prompt.openai;

import com.fasterxml.jackson.databind.JsonNode;
import smeta.prompt.reading.JsonCursor;
import smeta.prompt.reading.Remarks;

/**
 * OpenRouter's choice among those who serve a model, each at a price of its own
 * (openrouter.ai/docs/features/provider-routing, 2026-11). What sorts by price, or bounds it, chooses no dearer one;
 * every other preference may, since it leaves out the cheap ones or puts others first.
 */
final class OpenRouterProviders {
    private OpenRouterProviders() {}

    static void read(JsonCursor provider, Remarks remarks) {
        if (!provider.present()) {
            return;
        }
        JsonNode said = provider.plain();
        boolean chooses =
                !said.isObject() || provider.names().stream().anyMatch(name -> mayChooseDearer(name, said.path(name)));
        if (chooses) {
            remarks.otherPrice(
                    provider, "Who serves the model is chosen by more than the price, and each has a price of its own");
        }
    }

    private static boolean mayChooseDearer(String name, JsonNode value) {
        boolean nothing = value.isNull()
                || value.isBoolean() && !value.booleanValue()
                || value.isContainerNode() && value.isEmpty();
        return !nothing
                && switch (name) {
                    case "allow_fallbacks", "max_price" -> false;
                    case "sort" -> !value.asText().equals("price");
                    case "data_collection" -> !value.asText().equals("allow");
                    default -> true;
                };
    }
}
