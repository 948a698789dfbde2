package smeta.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9110, 15.5.6: an answer 405 “MUST generate an Allow header field” with the methods that the resource has. */
@QuarkusTest
class AllowedMethodsTest {
    private static final List<String> METHODS = List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE");

    record Documented(String path, Set<String> methods) {}

    /** Every path of the document; a HEAD is where a GET is (9.3.2), and OPTIONS is everywhere. */
    static Stream<Documented> paths() throws IOException {
        JsonNode paths =
                new YAMLMapper().readTree(Path.of("docs/openapi.yaml").toFile()).path("paths");
        assertThat(paths.size()).isGreaterThan(15);
        return paths.properties().stream().map(path -> {
            Set<String> methods = new TreeSet<>(Set.of("OPTIONS"));
            METHODS.stream()
                    .filter(method -> path.getValue().has(method.toLowerCase(Locale.ROOT)))
                    .forEach(methods::add);
            if (methods.contains("GET")) {
                methods.add("HEAD");
            }
            return new Documented(path.getKey().replaceAll("\\{\\w+}", "some"), methods);
        });
    }

    @ParameterizedTest
    @MethodSource("paths")
    void what_a_path_does_not_take_is_answered_with_what_it_takes(Documented documented) {
        for (String method : METHODS) {
            if (!documented.methods().contains(method)) {
                Response answer = given().request(method, documented.path());
                assertThat(answer.statusCode()).as(method).isEqualTo(405);
                assertThat(allowed(answer)).as(method).isEqualTo(documented.methods());
            }
        }
        Response options = given().request("OPTIONS", documented.path());
        assertThat(options.statusCode()).isEqualTo(200);
        assertThat(allowed(options)).isEqualTo(documented.methods());
    }

    @Test
    void a_path_without_anything_is_not_said_to_take_something() {
        assertThat(given().request("OPTIONS", "/v1/nothing").header("Allow")).isNull();
    }

    private static Set<String> allowed(Response answer) {
        return new TreeSet<>(List.of(answer.header("Allow").split(", ")));
    }
}
