package smeta.http.contract;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every operation the problems that can occur, with their codes; on the vendors' paths in their shapes. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ProblemResponses implements OASFilter {
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> OF_ALL = Map.of(
            "400", "bad_query: errors lists every bad value; not_json: the body can't be read",
            "404", "unknown_model: suggestions has names like it; not_found: nothing is at this path",
            "406", "not_acceptable: none of the accepted media types is available",
            "500", "internal_error: a fault of the service; the log has it under the number in detail");
    private static final Map<String, String> OF_BODIES = Map.of(
            "413", "body_too_large: the body is larger than smeta.load.body",
            "415", "unsupported_media_type",
            "422", "the body can be read but not measured or priced; pointer says where, code and hint say why",
            "503", "busy: all places are taken; Retry-After says when to try again");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        document.getPaths()
                .getPathItems()
                .forEach((path, item) -> item.getOperations()
                        .forEach((method, operation) -> add(path, method, operation, document)));
    }

    private static void add(String path, PathItem.HttpMethod method, Operation operation, OpenAPI document) {
        Map<String, String> problems = new LinkedHashMap<>();
        for (String status : List.of("400", "404", "406", "413", "415", "422", "500", "503")) {
            String text = OF_ALL.containsKey(status)
                    ? OF_ALL.get(status)
                    : method == PathItem.HttpMethod.POST ? OF_BODIES.get(status) : null;
            if (text != null) {
                problems.put(status, text);
            }
        }
        String vendor = vendor(path);
        problems.forEach((status, text) -> {
            APIResponse known = operation.getResponses().getAPIResponse(status);
            boolean described = known != null && known.getContent() != null;
            if (!described && (vendor == null || !status.equals("422"))) {
                operation
                        .getResponses()
                        .addAPIResponse(status, vendor == null ? problem(text) : vendorError(vendor, text));
            }
        });
    }

    private static String vendor(String path) {
        if (path.endsWith("/messages/count_tokens")) {
            return "AnthropicError";
        }
        if (path.endsWith("/responses/input_tokens")) {
            return "OpenAiError";
        }
        return path.endsWith(":countTokens") ? "GeminiError" : null;
    }

    private static APIResponse problem(String text) {
        return response(text, PROBLEM, OASFactory.createSchema().ref("#/components/schemas/Problem"));
    }

    private static APIResponse vendorError(String schema, String text) {
        return response(
                "as the vendor's client expects it: " + text,
                "application/json",
                OASFactory.createSchema().ref("#/components/schemas/" + schema));
    }

    private static APIResponse response(String text, String mediaType, Schema schema) {
        Content content = OASFactory.createContent()
                .addMediaType(mediaType, OASFactory.createMediaType().schema(schema));
        return OASFactory.createAPIResponse().description(text).content(content);
    }
}
