package smeta.http.contract;

import io.quarkus.test.junit.callback.QuarkusTestBeforeClassCallback;
import io.restassured.RestAssured;
import io.restassured.filter.Filter;
import io.restassured.filter.FilterContext;
import io.restassured.response.Response;
import io.restassured.specification.FilterableRequestSpecification;
import io.restassured.specification.FilterableResponseSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Holds every JSON answer that a test receives to the schema, and every problem to the codes, that the OpenAPI document has. */
public final class AnswersKeepTheContract implements QuarkusTestBeforeClassCallback, Filter {
    private static final String PROBLEM = "application/problem+json";
    private static final String LINES = "application/jsonl";
    private static final List<String> JSON = List.of("application/json", PROBLEM, LINES);

    private final AnswerSchemas schemas = new AnswerSchemas();

    @Override
    public void beforeClass(Class<?> test) {
        if (RestAssured.filters().stream().noneMatch(f -> f instanceof AnswersKeepTheContract)) {
            RestAssured.filters(this);
        }
    }

    @Override
    public Response filter(
            FilterableRequestSpecification request, FilterableResponseSpecification expected, FilterContext context) {
        Response response = context.next(request, expected);
        String path = URI.create(request.getURI()).getPath();
        String type =
                response.contentType() == null ? "" : response.contentType().split(";")[0];
        // 405 is no operation's answer
        if (JSON.contains(type) && path.startsWith("/v1") && response.statusCode() != 405) {
            for (String json : texts(type, response.asString())) {
                hold(request.getMethod(), path, response.statusCode(), type, json);
            }
            if (type.equals(PROBLEM)) {
                String code = response.jsonPath().getString("code");
                Assertions.assertThat(schemas.names(request.getMethod(), path, response.statusCode(), code))
                        .as(
                                "%s %s is documented to answer %d %s",
                                request.getMethod(), path, response.statusCode(), code)
                        .isTrue();
            }
        }
        return response;
    }

    private static List<String> texts(String type, String body) {
        return type.equals(LINES) ? body.lines().toList() : List.of(body);
    }

    private void hold(String method, String path, int status, String type, String json) {
        try {
            Assertions.assertThat(schemas.wrong(method, path, status, type, json))
                    .as(method + " " + path + " keeps the contract")
                    .isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
