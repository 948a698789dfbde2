package smeta.http.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * The OpenAPI document is committed, so that a change of the contract is a visible diff. {@code ./mvnw test
 * -Dtest=OpenApiDocumentTest -Dcontract.refresh=true} writes it anew.
 */
@QuarkusTest
class OpenApiDocumentTest {
    static final Path DOCUMENT = Path.of("docs/openapi.yaml");

    @Test
    void the_committed_document_is_the_one_that_is_served() throws IOException {
        String served =
                given().get("/q/openapi").then().statusCode(200).extract().asString();
        if (Boolean.getBoolean("contract.refresh")) {
            Files.writeString(DOCUMENT, served);
        }
        assertThat(served)
                .as(
                        "docs/openapi.yaml is old: ./mvnw test -Dtest=OpenApiDocumentTest -Dcontract.refresh=true writes it anew")
                .isEqualTo(Files.readString(DOCUMENT));
    }

    @Test
    void every_operation_has_a_name_a_summary_and_an_answer() throws IOException {
        Set<String> names = new HashSet<>();
        for (JsonNode operation : operations()) {
            assertThat(names.add(operation.path("operationId").asText("")))
                    .as(operation.path("operationId").asText())
                    .isTrue();
            assertThat(operation.path("summary").asText()).isNotEmpty();
            assertThat(operation.path("responses").path("200").path("content"))
                    .as(operation.path("operationId").asText())
                    .isNotEmpty();
            assertThat(operation.path("responses").has("400")).isTrue();
        }
        assertThat(names).contains("estimate", "check", "bill", "budget", "listModels");
    }

    @Test
    void every_parameter_has_a_type_a_sentence_and_an_example() throws IOException {
        for (JsonNode operation : operations()) {
            for (JsonNode parameter : operation.path("parameters")) {
                String name = operation.path("operationId").asText() + " "
                        + parameter.path("name").asText();
                assertThat(parameter.path("schema")).as(name).isNotEmpty();
                assertThat(parameter.path("description").asText()).as(name).endsWith(".");
                assertThat(parameter.has("example")).as(name).isTrue();
            }
        }
    }

    @Test
    void every_schema_and_every_field_says_what_it_is() throws IOException {
        JsonNode schemas =
                new YAMLMapper().readTree(DOCUMENT.toFile()).path("components").path("schemas");
        assertThat(schemas).hasSizeGreaterThan(100);
        List<String> silent = new ArrayList<>();
        schemas.fields().forEachRemaining(schema -> {
            if (schema.getValue().path("description").asText().isBlank()
                    && schema.getValue().has("properties")) {
                silent.add(schema.getKey());
            }
            schema.getValue().path("properties").fields().forEachRemaining(field -> {
                if (field.getValue().path("description").asText().isBlank()) {
                    silent.add(schema.getKey() + "." + field.getKey());
                }
            });
        });
        assertThat(silent).isEmpty();
    }

    static List<JsonNode> operations() throws IOException {
        JsonNode document = new YAMLMapper().readTree(DOCUMENT.toFile());
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths").fields().forEachRemaining(path -> {
            if (path.getKey().startsWith("/v1")) {
                path.getValue().forEach(operations::add);
            }
        });
        return operations;
    }
}
