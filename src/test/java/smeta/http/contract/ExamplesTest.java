package smeta.http.contract;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The examples of the OpenAPI document are real answers. {@code ./mvnw test -Dtest=ExamplesTest
 * -Dcontract.refresh=true} writes them anew; the document is made anew after them.
 */
@QuarkusTest
class ExamplesTest {
    private static final Path FOLDER = Path.of("src/main/resources/openapi/examples");
    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final RestAssuredConfig AS_IT_STANDS = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .defaultContentCharset(StandardCharsets.UTF_8)
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/jsonl", ContentType.TEXT)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.TEXT));
    /** It changes with every change of the catalogue's files. */
    private static final Pattern VERSION =
            Pattern.compile("(\"(?:catalogue|version)\":\"|smeta )[0-9]{4}-[0-9]{2}-[0-9]{2}-[0-9a-f+]+");

    @TestFactory
    Stream<DynamicTest> every_example_is_the_real_answer() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String operation : operations()) {
            tests.add(DynamicTest.dynamicTest(operation, () -> hold(operation)));
        }
        return tests.stream();
    }

    @Test
    void every_operation_has_examples() throws IOException {
        for (JsonNode operation : OpenApiDocumentTest.operations()) {
            String name = operation.path("operationId").asText();
            assertThat(operations()).contains(name);
            // a snapshot's answer is the catalogue's files, megabytes of them
            int least = name.equals("getCatalogueSnapshot") ? 1 : 2;
            assertThat(OperationExamples.of(name)).as(name).hasSizeGreaterThanOrEqualTo(least);
        }
    }

    private static List<String> operations() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        }
    }

    private static void hold(String operation) throws IOException {
        List<Example> real = new ArrayList<>();
        for (Example example : OperationExamples.of(operation)) {
            Response response = ask(example);
            assertThat(response.statusCode()).as(example.name()).isEqualTo(example.status());
            JsonNode answer = answer(response);
            real.add(example.answered(answer));
            if (!Boolean.getBoolean("contract.refresh")) {
                assertThat(comparable(example, answer))
                        .as("%s is old: ./mvnw test -Dtest=ExamplesTest -Dcontract.refresh=true", example.name())
                        .isEqualTo(comparable(example, example.answer()));
            }
        }
        if (Boolean.getBoolean("contract.refresh")) {
            DefaultIndenter indented = new DefaultIndenter("  ", "\n");
            DefaultPrettyPrinter lines = new DefaultPrettyPrinter();
            lines.indentArraysWith(indented);
            lines.indentObjectsWith(indented);
            Files.writeString(
                    FOLDER.resolve(operation + ".json"), JSON.writer(lines).writeValueAsString(real) + "\n");
        }
    }

    private static Response ask(Example example) {
        String[] request = example.request().split(" ");
        RequestSpecification given = given().config(AS_IT_STANDS).urlEncodingEnabled(false);
        if (example.accept() != null) {
            given.accept(example.accept());
        }
        if (example.body() != null) {
            given.header("Content-Type", example.type()).body(Example.text(example.body()));
        }
        return given.request(request[0], request[1]);
    }

    private static JsonNode answer(Response response) throws IOException {
        String text = new String(response.asByteArray(), StandardCharsets.UTF_8);
        return response.contentType().contains("json")
                        && !response.contentType().contains("jsonl")
                ? JSON.readTree(text)
                : TextNode.valueOf(text);
    }

    private static String comparable(Example example, JsonNode answer) {
        return "fields".equals(example.compare())
                ? String.join(" ", (Iterable<String>) answer::fieldNames)
                : VERSION.matcher(Example.text(answer)).replaceAll("$1");
    }
}
