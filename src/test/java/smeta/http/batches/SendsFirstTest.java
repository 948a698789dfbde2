package smeta.http.batches;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Most HTTP libraries send the whole body before they read a byte of the answer. */
@QuarkusTest
@TestProfile(SendsFirstTest.LittleRoom.class)
class SendsFirstTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "?models=gpt-4o";
    /** Its name comes back, so the answers are as long as the lines. */
    private static final String LINE = "{\"custom_id\":\"" + "x".repeat(3000)
            + "\",\"body\":{\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}],\"max_tokens\":5}}\n";
    /** 9 MB of answers: more than the sockets' buffers hold here, less than the room for what is unread. */
    private static final int LINES = 3_000;
    /**
     * 125 MB: the room for what is unread, 32 MB of lines under way, and what the sockets of both sides hold, which the
     * system may let grow to 32 MB and 4 MB, are less.
     */
    private static final int TOO_MANY_LINES = 40_000;

    public static final class LittleRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.unread", "12M", "smeta.load.pause", "2s");
        }
    }

    @TestHTTPResource
    URL url;

    @Test
    void a_client_that_sends_everything_before_it_reads_gets_every_line() throws Exception {
        List<String> answer = sentThenRead(MODEL, LINES);
        assertThat(answer).hasSize(LINES + 1);
        assertThat(JSON.readTree(answer.get(LINES - 1)).path("line").asInt()).isEqualTo(LINES);
        JsonNode summary = JSON.readTree(answer.get(LINES)).path("summary");
        assertThat(summary.path("lines").asInt()).isEqualTo(LINES);
        assertThat(summary.path("problems").asInt()).isZero();
    }

    @Test
    void beyond_the_room_for_unread_answers_the_batch_ends_with_a_507_that_says_what_to_do() throws Exception {
        List<String> answer = sentThenRead(MODEL, TOO_MANY_LINES);
        JsonNode end = JSON.readTree(answer.get(answer.size() - 1)).path("problem");
        assertThat(end.path("status").asInt()).isEqualTo(507);
        assertThat(end.path("code").asText()).isEqualTo("answers_unread");
        assertThat(end.path("hint").asText()).contains("lines=none", "smeta.load.unread");
    }

    @Test
    void the_summary_can_be_had_alone_or_with_the_problems() throws Exception {
        assertThat(sentThenRead(MODEL + "&lines=none", LINES))
                .hasSize(1)
                .first()
                .asString()
                .contains("\"lines\":3000");
        List<String> bad = sentThenRead(MODEL + "&lines=problems", LINES, "{}\n");
        assertThat(bad).hasSize(2);
        assertThat(bad.get(0)).contains("\"line\":3001", "\"problem\"");
        assertThat(bad.get(1)).contains("\"lines\":3001", "\"problems\":1");
    }

    private List<String> sentThenRead(String query, int lines, String... more) throws IOException {
        try (Socket socket = new Socket()) {
            // the system would let it grow to tens of megabytes, in which whole answers vanish
            socket.setReceiveBufferSize(1 << 16);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            socket.setSoTimeout(120_000);
            OutputStream out = socket.getOutputStream();
            byte[] line = LINE.getBytes(StandardCharsets.US_ASCII);
            byte[] last = String.join("", more).getBytes(StandardCharsets.US_ASCII);
            out.write(("POST /v1/batches" + query + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
                            + "Content-Type: application/jsonl\r\nContent-Length: "
                            + ((long) lines * line.length + last.length) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            for (int i = 0; i < lines; i++) {
                out.write(line);
            }
            out.write(last);
            return unchunked(socket.getInputStream().readAllBytes());
        }
    }

    /** The lines of an answer in chunks (RFC 9112, section 7.1). */
    private static List<String> unchunked(byte[] answer) {
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("HTTP/1.1 200");
        StringBuilder body = new StringBuilder();
        int at = text.indexOf("\r\n\r\n") + 4;
        for (int size = -1; size != 0; ) {
            int end = text.indexOf("\r\n", at);
            size = Integer.parseInt(text.substring(at, end), 16);
            body.append(text, end + 2, end + 2 + size);
            at = end + 2 + size + 2;
        }
        return List.of(body.toString().split("\n"));
    }
}
