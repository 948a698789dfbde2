package smeta.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the scanner can't know: a parameter's words are its enum's names in lower case, with dashes, as the service
 * reads them; what may be null has no other type by itself; and where there are several media types JSON is the first,
 * since generators of clients take that one.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 3)
public class SchemaCorrections implements OASFilter {
    private static final String JSON = "application/json";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getComponents().getSchemas().values().forEach(SchemaCorrections::correct);
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(SchemaCorrections::order);
    }

    private static void correct(Schema schema) {
        List<Object> words = schema.getEnumeration();
        if (words != null) {
            schema.setEnumeration(words.stream()
                    .map(word ->
                            (Object) word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .toList());
        }
        if (schema.getProperties() != null) {
            schema.getProperties().values().stream()
                    .filter(property -> property.getAnyOf() != null)
                    .forEach(property -> property.setType(null));
        }
    }

    private static void order(Operation operation) {
        if (operation.getRequestBody() != null) {
            jsonFirst(operation.getRequestBody().getContent());
        }
        operation.getResponses().getAPIResponses().values().forEach(response -> jsonFirst(response.getContent()));
    }

    private static void jsonFirst(@Nullable Content content) {
        if (content != null && content.hasMediaType(JSON)) {
            Map<String, MediaType> ordered = new LinkedHashMap<>();
            ordered.put(JSON, content.getMediaType(JSON));
            content.getMediaTypes().forEach(ordered::putIfAbsent);
            content.setMediaTypes(ordered);
        }
    }
}
