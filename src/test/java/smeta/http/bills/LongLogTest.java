package smeta.http.bills;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.HttpURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/** A log may be longer than any body: it is read as it comes, and answered while it is sent. */
@QuarkusTest
@TestProfile(LongLogTest.SmallBodies.class)
class LongLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** 1,000 × 2.50 + 100 × 10 per million: 0.0035 dollars a line. */
    private static final String LINE = "{\"model\":\"gpt-4o\"," + " ".repeat(3000)
            + "\"usage\":{\"prompt_tokens\":1000,\"completion_tokens\":100,\"total_tokens\":1100}}\n";
    /** 15 MB where a body may have 1 MB, and all bodies together 2. */
    private static final int LINES = 5_000;

    public static final class SmallBodies implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.body", "1M", "smeta.load.bodies", "2M");
        }
    }

    @TestHTTPResource("/v1/bills?on=2026-01-15")
    URL url;

    @Test
    void every_line_of_a_log_that_is_longer_than_a_body_is_priced() throws Exception {
        HttpURLConnection connection = connection("application/jsonl; charset=utf-8");
        connection.setChunkedStreamingMode(1 << 14);
        try (OutputStream out = connection.getOutputStream()) {
            for (int i = 0; i < LINES; i++) {
                out.write(LINE.getBytes(StandardCharsets.US_ASCII));
            }
        }
        assertThat(connection.getResponseCode()).isEqualTo(200);
        String[] answer = answer(connection.getInputStream());
        assertThat(answer).hasSize(LINES + 1);
        assertThat(JSON.readTree(answer[LINES - 1]).path("line").asInt()).isEqualTo(LINES);
        JsonNode summary = JSON.readTree(answer[LINES]).path("summary");
        assertThat(summary.path("priced").asInt()).isEqualTo(LINES);
        assertThat(new BigDecimal(summary.at("/total/0/amount").asText()))
                .isEqualByComparingTo("17.5"); // 5,000 × 0.0035
    }

    @Test
    void a_log_that_is_packed_is_bounded_as_any_body() throws Exception {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            for (int i = 0; i < 500; i++) {
                gzip.write(LINE.getBytes(StandardCharsets.US_ASCII));
            }
        }
        HttpURLConnection connection = connection("application/x-ndjson");
        connection.setRequestProperty("Content-Encoding", "gzip");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(packed.toByteArray());
        }
        assertThat(connection.getResponseCode()).isEqualTo(413);
    }

    private HttpURLConnection connection(String type) throws Exception {
        HttpURLConnection connection = (HttpURLConnection) url.openConnection();
        connection.setRequestMethod("POST");
        connection.setDoOutput(true);
        connection.setRequestProperty("Content-Type", type);
        connection.setReadTimeout(120_000);
        return connection;
    }

    private static String[] answer(InputStream in) throws Exception {
        try (in) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n");
        }
    }
}
