package smeta.http.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * What the document allows is answered, or is a problem that it names; what it forbids is a problem. The shape of every
 * answer is checked by {@link AnswersKeepTheContract}.
 */
@QuarkusTest
class RandomQueriesTest {
    private static final String BODY =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"How much is it?\"}]}";
    private static final List<String> PATHS = List.of("/v1/estimates", "/v1/checks", "/v1/budgets");

    private final Random random = new Random(20261122);

    @Test
    void what_the_document_allows_is_answered_or_named() throws IOException {
        for (String path : PATHS) {
            List<JsonNode> parameters = parameters(path);
            for (int i = 0; i < 40; i++) {
                Map<String, String> query = new LinkedHashMap<>();
                for (JsonNode parameter : parameters) {
                    if (random.nextInt(4) == 0) {
                        query.put(parameter.path("name").asText(), allowed(parameter));
                    }
                }
                assertThat(ask(path, query).statusCode()).as(path + " " + query).isLessThan(500);
            }
        }
    }

    @Test
    void every_example_of_a_parameter_is_read() throws IOException {
        for (String path : PATHS) {
            for (JsonNode parameter : parameters(path)) {
                String name = parameter.path("name").asText();
                Response response =
                        ask(path, Map.of(name, parameter.path("example").asText()));
                if (response.statusCode() == 400) {
                    // alone it may contradict what is left out, but it must be understood
                    assertThat(response.asString()).as(path).doesNotContain("“" + name + "” is “");
                }
            }
        }
    }

    @Test
    void what_the_document_forbids_is_a_problem() throws IOException {
        for (String path : PATHS) {
            for (JsonNode parameter : parameters(path)) {
                JsonNode schema = parameter.path("schema");
                boolean free = schema.path("type").asText().equals("string")
                        && !schema.has("pattern")
                        && !schema.has("enum")
                        && !schema.has("format");
                String name = parameter.path("name").asText();
                if (!free && !name.equals("models")) {
                    Response response = ask(path, Map.of(name, "§"));
                    assertThat(response.statusCode()).as(path + "?" + name).isEqualTo(400);
                    assertThat(response.asString()).contains("\"parameter\":\"" + name + "\"");
                }
            }
        }
    }

    private static Response ask(String path, Map<String, String> query) {
        return given().queryParams(query)
                .contentType("application/json")
                .body(BODY)
                .post(path);
    }

    private String allowed(JsonNode parameter) {
        JsonNode schema = parameter.path("schema");
        if (schema.has("enum")) {
            return schema.path("enum")
                    .get(random.nextInt(schema.path("enum").size()))
                    .asText();
        }
        if (schema.path("type").asText().equals("integer") && schema.has("minimum")) {
            long least = schema.path("minimum").asLong();
            long most = Math.min(schema.path("maximum").asLong(), 1_000_000);
            return Long.toString(least + random.nextInt((int) (most - least + 1)));
        }
        return parameter.path("example").asText();
    }

    private static List<JsonNode> parameters(String path) throws IOException {
        JsonNode document = new YAMLMapper().readTree(OpenApiDocumentTest.DOCUMENT.toFile());
        List<JsonNode> parameters = new ArrayList<>();
        document.path("paths").path(path).path("post").path("parameters").forEach(parameters::add);
        assertThat(parameters).as(path).hasSizeGreaterThan(15);
        return parameters;
    }
}
