package smeta.prompt.task;

import org.jspecify.annotations.Nullable;
import smeta.prompt.reading.JsonCursor;

/** The model of a body that is no conversation: {@code model}, or in Yandex' {@code modelUri}. */
final class ModelNames {
    private ModelNames() {}

    static @Nullable String read(JsonCursor body) {
        String uri = body.at("modelUri").textOrNull();
        JsonCursor first = body.at("requests").at(0).at("model");
        String name = first.present()
                ? first.text()
                : body.either("model", "model_name").textOrNull();
        if (name != null) {
            return name.startsWith("models/") ? name.substring("models/".length()) : name;
        }
        return uri == null ? null : uri.replaceFirst("^[a-z]+://[^/]+/", "");
    }
}
