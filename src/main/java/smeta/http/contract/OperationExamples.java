package smeta.http.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation its examples: requests and their real answers. The example of a body and that of its answer
 * have the same name.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class OperationExamples implements OASFilter {
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().entrySet().stream())
                .forEach(method -> of(method.getValue().getOperationId())
                        .forEach(example ->
                                add(method.getValue(), example, method.getKey() == PathItem.HttpMethod.POST)));
    }

    static List<Example> of(String operation) {
        try {
            return JSON.readValue(
                    ContractResources.text("examples/" + operation + ".json"), new TypeReference<List<Example>>() {});
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("openapi/examples/" + operation + ".json", e);
        }
    }

    private static void add(Operation operation, Example example, boolean hasBody) {
        if (hasBody && example.body() != null && example.type() != null) {
            add(operation.getRequestBody().getContent(), example.type(), example, example.body());
        }
        APIResponse response = operation.getResponses().getAPIResponse(Integer.toString(example.status()));
        Content content = response.getContent();
        String accepted = example.accept() == null
                ? example.type() != null && content.hasMediaType(example.type())
                        ? example.type()
                        : content.getMediaTypes().containsKey("application/json")
                                ? "application/json"
                                : content.getMediaTypes().keySet().iterator().next()
                : example.accept();
        add(content, accepted, example, example.answer());
    }

    private static void add(Content content, String type, Example example, JsonNode value) {
        MediaType media = content.getMediaType(type);
        if (media == null) {
            throw new IllegalStateException(
                    "the example “" + example.name() + "” is " + type + ", which its operation doesn't have");
        }
        media.addExample(
                example.name(),
                OASFactory.createExample()
                        .summary(example.summary())
                        .description(example.requestLine())
                        .value(JSON.convertValue(value, Object.class)));
    }
}
