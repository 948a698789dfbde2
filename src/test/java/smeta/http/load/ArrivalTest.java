package smeta.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Bodies on their way hold memory and nothing else. */
@QuarkusTest
@TestProfile(ArrivalTest.OnePlace.class)
class ArrivalTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    private static final int MANY = 100;

    public static final class OnePlace implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "smeta.load.concurrent",
                    "1",
                    "smeta.load.queue",
                    "1",
                    "smeta.load.pause",
                    "2s",
                    "smeta.load.least-rate",
                    "10",
                    "smeta.load.arrival",
                    "6s");
        }
    }

    @Inject
    Load load;

    @Inject
    Memory memory;

    @TestHTTPResource
    URL url;

    @Test
    void clients_that_stall_in_their_bodies_or_heads_take_no_place_and_get_a_408() throws Exception {
        List<Socket> stalled = new ArrayList<>();
        try {
            for (int i = 0; i < MANY; i++) {
                stalled.add(opened(head("Content-Length: 1000") + "{\"m"));
                stalled.add(opened("POST /v1/checks HTTP/1.1\r\nHost: x\r\nConte"));
            }
            for (int i = 0; i < 20; i++) {
                check();
            }
            assertThat(load.admitted()).isZero();
            assertThat(answer(stalled.get(0)))
                    .startsWith("HTTP/1.1 408")
                    .contains("application/problem+json")
                    .contains("\"code\":\"body_too_slow\"")
                    .contains("fewer than 20 bytes in 2000 milliseconds");
        } finally {
            for (Socket one : stalled) {
                one.close();
            }
        }
    }

    @Test
    void a_body_that_keeps_its_pace_but_takes_too_long_is_a_408() throws Exception {
        try (Socket socket = opened(head("Content-Length: 100000"))) {
            Thread sender = new Thread(() -> drip(socket, 100_000));
            sender.start();
            assertThat(answer(socket)).startsWith("HTTP/1.1 408").contains("6000 milliseconds");
            sender.interrupt();
            sender.join();
        }
        assertThat(memory.bodies().held()).isZero();
    }

    @Test
    void chunks_of_one_byte_are_a_body_like_any_other() throws Exception {
        StringBuilder chunks = new StringBuilder(head("Transfer-Encoding: chunked"));
        HELLO.chars().forEach(c -> chunks.append("1\r\n").append((char) c).append("\r\n"));
        try (Socket socket = opened(chunks + "0\r\n\r\n")) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").contains("\"decision\":\"allow\"");
        }
    }

    @Test
    void who_waits_for_a_word_before_the_body_gets_it_once() throws Exception {
        try (Socket socket = opened(head("Expect: 100-continue\r\nContent-Length: " + HELLO.length()))) {
            socket.setSoTimeout(60_000);
            byte[] word = socket.getInputStream().readNBytes(25);
            assertThat(new String(word, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
            send(socket, HELLO);
            assertThat(answer(socket)).startsWith("HTTP/1.1 200").doesNotContain("100 Continue");
        }
    }

    @Test
    void a_vendors_path_has_the_vendors_error() throws Exception {
        try (Socket socket = opened(head("Content-Length: 1000").replace("/v1/checks", "/v1/messages/count_tokens"))) {
            assertThat(answer(socket))
                    .startsWith("HTTP/1.1 408")
                    .contains("\"type\":\"error\"")
                    .contains("fewer than 20 bytes");
        }
    }

    private void check() {
        given().contentType("application/json")
                .body(HELLO)
                .post("/v1/checks")
                .then()
                .statusCode(200)
                .body("decision", equalTo("allow"));
    }

    private static String head(String more) {
        return "POST /v1/checks HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n" + more
                + "\r\n\r\n";
    }

    private Socket opened(String text) throws IOException {
        Socket socket = new Socket(url.getHost(), url.getPort());
        send(socket, text);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        OutputStream out = socket.getOutputStream();
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static String answer(Socket socket) throws IOException {
        socket.setSoTimeout(60_000);
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** A hundred bytes every tenth of a second, until nobody takes them or so many are sent. */
    private static void drip(Socket socket, int bytes) {
        try {
            for (int i = 0; i < bytes; i += 100) {
                send(socket, " ".repeat(100));
                Thread.sleep(100);
            }
        } catch (IOException | InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
