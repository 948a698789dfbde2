package smeta.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/**
 * Adds to every operation the problems that can occur, with their codes in words and as {@code x-codes}; on the vendors'
 * paths in their shapes.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD, priority = 2)
public class ProblemResponses implements OASFilter {
    private static final String PROBLEM = "application/problem+json";
    private static final String CODES = "x-codes";

    @Override
    public void filterOpenAPI(OpenAPI document) {
        ProblemCodes codes = ProblemCodes.read();
        document.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().entrySet().stream())
                .forEach(method -> codes.of(
                                method.getValue().getOperationId(), method.getKey() == PathItem.HttpMethod.POST)
                        .forEach((status, meanings) -> add(method.getValue(), status, meanings)));
    }

    private static void add(Operation operation, String status, Map<String, String> meanings) {
        String words = meanings.entrySet().stream()
                .map(e -> "`" + e.getKey() + "`: " + e.getValue())
                .collect(Collectors.joining(";\n"));
        APIResponse response = operation.getResponses().getAPIResponse(status);
        if (response == null) {
            response = OASFactory.createAPIResponse().description(words).content(content(operation.getOperationId()));
            operation.getResponses().addAPIResponse(status, response);
        } else {
            response.setDescription(response.getDescription() + ";\n" + words);
        }
        List<String> all = new ArrayList<>(meanings.keySet());
        response.addExtension(CODES, all);
    }

    private static Content content(String operation) {
        String schema = switch (operation) {
            case "countAnthropicTokens" -> "AnthropicError";
            case "countOpenAiTokens" -> "OpenAiError";
            case "countGeminiTokens" -> "GeminiError";
            default -> "Problem";
        };
        return OASFactory.createContent()
                .addMediaType(
                        ProblemCodes.isVendors(operation) ? "application/json" : PROBLEM,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref("#/components/schemas/" + schema)));
    }
}
