package smeta.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(OverloadTest.OneAtATime.class)
class OverloadTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";

    public static final class OneAtATime implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "smeta.load.concurrent",
                    "1",
                    "smeta.load.queue",
                    "1",
                    "smeta.load.deadline",
                    "120s",
                    "smeta.load.body",
                    "100K",
                    "smeta.load.bodies",
                    "150K",
                    "smeta.load.lists",
                    "2");
        }
    }

    @Inject
    Load load;

    @Inject
    LargeTurns large;

    @Inject
    Memory memory;

    @TestHTTPResource
    URL url;

    @Test
    void beyond_the_queue_is_503_while_health_and_metrics_are_answered_and_those_inside_are_served() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> inside = new ArrayList<>();
        try (Load.Turn mine = load.take()) {
            inside.add(send());
            inside.add(send());
            await(() -> load.waiting() == 2);
            given().contentType("application/json")
                    .body(HELLO)
                    .post("/v1/checks")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .contentType("application/problem+json")
                    .body("code", equalTo("busy"));
            given().get("/q/health/live").then().statusCode(200);
            given().get("/q/health/ready").then().statusCode(200);
            given().get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .body(containsString("smeta_queue 2.0"))
                    .body(containsString("smeta_rejections_total{why=\"busy\""))
                    .body(containsString("smeta_catalogue_age_days"))
                    .body(containsString("smeta_exchange_rate_age_days"));
        }
        for (CompletableFuture<HttpResponse<String>> one : inside) {
            assertThat(one.get().statusCode()).isEqualTo(200);
            assertThat(one.get().headers().firstValue("Smeta-Decision")).contains("allow");
        }
        await(() -> load.admitted() == 0);
        given().get("/q/metrics")
                .then()
                .body(containsString("smeta_answers_total{endpoint=\"checks\",provider=\"openai\",verdict=\"allow\"}"))
                .body(containsString("smeta_counted_bytes_total"))
                .body(containsString("smeta_stage_seconds_count{endpoint=\"checks\",stage=\"count\"}"));
    }

    @Test
    void a_body_that_is_too_large_is_refused_before_it_is_sent() throws Exception {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.setSoTimeout(60_000);
            socket.getOutputStream()
                    .write(("POST /v1/checks HTTP/1.1\r\n"
                                    + "Host: x\r\n"
                                    + "Content-Type: application/json\r\n"
                                    + "Content-Length: 10000000000\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 413")
                    .contains("application/problem+json")
                    .contains("\"code\":\"body_too_large\"");
        }
    }

    @Test
    void a_body_of_unknown_length_is_refused_once_it_is_too_large() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "v1/checks"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new Endless(300_000)))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("body_too_large");
    }

    @Test
    void bodies_that_do_not_fit_together_wait_outside() {
        Load.Place mine = large.take(0);
        try {
            CompletableFuture<HttpResponse<String>> big = post(HELLO + " ".repeat(90_000));
            await(() -> large.waiting() == 1);
            given().contentType("application/json")
                    .body(HELLO + " ".repeat(90_000))
                    .post("/v1/checks")
                    .then()
                    .statusCode(503);
            assertThat(big).isNotDone();
        } finally {
            mine.leave();
        }
        await(() -> load.admitted() == 0);
    }

    @Test
    void a_client_that_goes_away_while_it_sends_gives_its_memory_back_and_never_had_a_place() throws Exception {
        try (Socket socket = new Socket(url.getHost(), url.getPort())) {
            socket.getOutputStream()
                    .write(("POST /v1/checks HTTP/1.1\r\n"
                                    + "Host: x\r\n"
                                    + "Content-Type: application/json\r\n"
                                    + "Content-Length: 90000\r\n\r\n"
                                    + "{")
                            .getBytes(StandardCharsets.US_ASCII));
            await(() -> memory.bodies().held() > 0);
            assertThat(load.admitted()).isZero();
        }
        await(() -> memory.bodies().held() == 0);
    }

    @Test
    void a_client_that_goes_away_while_it_waits_does_not_wait_any_longer() throws Exception {
        try (Load.Turn mine = load.take()) {
            try (Socket socket = new Socket(url.getHost(), url.getPort())) {
                socket.getOutputStream()
                        .write(("POST /v1/checks HTTP/1.1\r\n"
                                        + "Host: x\r\n"
                                        + "Content-Type: application/json\r\n"
                                        + "Content-Length: " + HELLO.length() + "\r\n\r\n" + HELLO)
                                .getBytes(StandardCharsets.US_ASCII));
                await(() -> load.waiting() == 1);
            }
            await(() -> load.waiting() == 0);
        }
    }

    @Test
    void lists_that_nobody_reads_keep_out_other_lists_and_nothing_else() {
        Load.Place first = load.admitList();
        Load.Place second = load.admitList();
        try {
            given().get("/v1/models")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("busy"));
            given().contentType("application/json")
                    .body(HELLO)
                    .post("/v1/checks")
                    .then()
                    .statusCode(200);
            given().get("/q/health/live").then().statusCode(200);
        } finally {
            first.leave();
            second.leave();
        }
        for (int i = 0; i < 5; i++) {
            given().get("/v1/models").then().statusCode(200);
        }
    }

    private CompletableFuture<HttpResponse<String>> send() {
        return post(HELLO);
    }

    private CompletableFuture<HttpResponse<String>> post(String body) {
        return HttpClient.newHttpClient()
                .sendAsync(
                        HttpRequest.newBuilder(URI.create(url + "v1/checks"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static void await(BooleanSupplier condition) {
        for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** So many blanks. */
    private static final class Endless extends InputStream {
        private int left;

        Endless(int size) {
            left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? ' ' : -1;
        }
    }
}
