package smeta.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/**
 * What the scanner can't know: a parameter's words are its enum's names in lower case, with dashes, as the service
 * reads them; and what may be null has no other type by itself.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class SchemaCorrections implements OASFilter {
    @Override
    public void filterOpenAPI(OpenAPI document) {
        for (Schema schema : document.getComponents().getSchemas().values()) {
            List<Object> words = schema.getEnumeration();
            if (words != null) {
                schema.setEnumeration(words.stream()
                        .map(word -> (Object) word.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .toList());
            }
            if (schema.getProperties() != null) {
                schema.getProperties().values().stream()
                        .filter(property -> property.getAnyOf() != null)
                        .forEach(property -> property.setType(null));
            }
        }
    }
}
