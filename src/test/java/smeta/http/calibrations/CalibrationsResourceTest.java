package smeta.http.calibrations;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import smeta.calibration.CalibrationFile;
import smeta.http.library.Library;
import smeta.http.library.LibraryReload;
import smeta.library.Smeta;

/** A log is learnt from, the answer is saved, and estimates change; the vendor's truth is twice the words and 20. */
@QuarkusTest
@TestProfile(CalibrationsResourceTest.WithFolder.class)
class CalibrationsResourceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String MODEL = "anthropic/claude-sonnet-4-5-20250929";
    private static final String SECRET = "xylophone";

    public static final class WithFolder implements QuarkusTestProfile {
        static final Path FOLDER = folder();

        private static Path folder() {
            try {
                return Files.createTempDirectory("calibrations");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.calibrations.folder", FOLDER.toString(), "smeta.catalogue.reload", "1h");
        }
    }

    /** What the program logs, whatever the level, up to a line that shows that it was heard. */
    private static final class Logged extends Handler {
        static final String PROBE = "the end of what was logged";
        private final StringBuffer all = new StringBuffer();
        private final Logger root = Logger.getLogger("");

        Logged() {
            root.addHandler(this);
        }

        String end() {
            root.warning(PROBE);
            root.removeHandler(this);
            return all.toString();
        }

        @Override
        public void publish(LogRecord line) {
            all.append(line.getMessage())
                    .append(Arrays.toString(line.getParameters()))
                    .append(line.getThrown())
                    .append('\n');
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Inject
    Library library;

    @Inject
    Clock clock;

    @AfterEach
    void empty() throws IOException {
        try (var files = Files.list(WithFolder.FOLDER)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        LibraryReload.now(library);
    }

    private static String request(int words) {
        return "{\"model\":\"claude-sonnet-4-5-20250929\",\"max_tokens\":3000,\"messages\":[{\"role\":\"user\",\"content\":\""
                + (SECRET + " river ").repeat(words) + "\"}]}";
    }

    /** The prompt has 4 tokens for each pair of words and 20 besides. */
    private static String line(int number) {
        int words = 10 + number % 90;
        return "{\"request\":" + request(words) + ",\"usage\":{\"input_tokens\":" + (20 + 4 * words)
                + ",\"output_tokens\":" + (200 + number % 7) + "},\"id\":\"secret-id-" + number
                + "\",\"timestamp\":\"2026-11-" + (10 + number % 10) + "T10:00:00Z\"}";
    }

    private static String log(int lines) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            all.add(line(i));
        }
        return String.join("\n", all);
    }

    private static Response calibrate(String log, String accept, String query) {
        return given().urlEncodingEnabled(false)
                .contentType("application/jsonl")
                .accept(accept)
                .body(log.getBytes(StandardCharsets.UTF_8))
                .post("/v1/calibrations" + query);
    }

    private static JsonNode estimate(String query) throws IOException {
        return JSON.readTree(given().urlEncodingEnabled(false)
                        .contentType("application/json")
                        .body(request(40))
                        .post("/v1/estimates" + query)
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .at("/estimates/0");
    }

    @Test
    void what_was_learnt_is_saved_and_corrects_estimates_until_it_is_switched_off() throws IOException {
        JsonNode bare = estimate("");
        String yaml = calibrate(log(1000), "application/yaml", "")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .extract()
                .asString();
        Files.writeString(WithFolder.FOLDER.resolve("own.yaml"), yaml);
        LibraryReload.now(library);
        JsonNode estimate = estimate("");
        assertThat(estimate.at("/input_tokens/likely").asLong()).isBetween(178L, 182L);
        assertThat(estimate.at("/input_tokens/low").asLong()).isLessThanOrEqualTo(180);
        assertThat(estimate.at("/input_tokens/high").asLong()).isBetween(180L, 186L);
        assertThat(estimate.at("/input_tokens/because").toString()).isEqualTo("[\"calibrated\"]");
        assertThat(estimate.at("/notes").toString()).contains("\"calibrated\"").contains("1000");
        assertThat(estimate.at("/output_tokens/likely").asLong()).isBetween(200L, 206L);
        JsonNode off = estimate("?calibration=off");
        assertThat(off).isEqualTo(bare);
        String check = given().contentType("application/json")
                .body(request(40))
                .post("/v1/checks")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(JSON.readTree(check).path("decision").asText()).isEqualTo("allow");
        String drift =
                calibrate(log(400), "application/json", "?against=current").asString();
        assertThat(JSON.readTree(drift).at("/drift/0/calibrate_again").asBoolean())
                .isFalse();
        String moved = log(400).replace("\"input_tokens\":", "\"input_tokens\":1");
        assertThat(JSON.readTree(calibrate(moved, "application/json", "?against=current")
                                .asString())
                        .at("/drift/0/calibrate_again")
                        .asBoolean())
                .isTrue();
    }

    /** 3 USD for a million input tokens, so that a million prompts of 178 to 182 tokens are 534 to 546 USD. */
    @Test
    void budgets_are_corrected_too() throws IOException {
        Files.writeString(
                WithFolder.FOLDER.resolve("own.json"),
                calibrate(log(1000), "application/json", "").asString());
        LibraryReload.now(library);
        assertThat(budget("")).isBetween(new BigDecimal(534), new BigDecimal(546));
        assertThat(budget("&calibration=off")).isNotEqualByComparingTo(budget(""));
    }

    private static BigDecimal budget(String query) {
        return new BigDecimal(given().contentType("application/json")
                .body(request(40))
                .post("/v1/budgets?requests=1000000/month&output=0&months=1&start=2026-12-01" + query)
                .then()
                .statusCode(200)
                .extract()
                .path("workloads[0].models[0].total.cost.likely")
                .toString());
    }

    /** From the 15th on the vendor counts a tenth more, which is 9 to 10 % of whatever the fit settles at. */
    @Test
    void a_count_that_changed_while_the_log_was_written_is_said_with_each_estimate() throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            long tokens = 20 + 4 * (10 + i % 90);
            lines.add(i % 10 < 5 ? line(i) : line(i).replace(":" + tokens + ",", ":" + tokens * 11 / 10 + ","));
        }
        Files.writeString(
                WithFolder.FOLDER.resolve("own.json"),
                calibrate(String.join("\n", lines), "application/json", "").asString());
        LibraryReload.now(library);
        List<JsonNode> notes = new ArrayList<>();
        estimate("").at("/notes").forEach(note -> {
            if (note.path("code").asText().equals("calibration_of_changed_count")) {
                notes.add(note);
            }
        });
        assertThat(notes).hasSize(1);
        assertThat(new BigDecimal(notes.get(0).at("/values/change").asText()))
                .isBetween(new BigDecimal("8.5"), new BigDecimal("10.5"));
    }

    @Test
    void no_text_and_no_id_of_a_line_is_in_the_answer_and_it_reads_back_strictly() throws IOException {
        String log = log(400) + "\n{\"request\":\"" + SECRET + "\"}\nnot json " + SECRET;
        Logged logged = new Logged();
        String json = calibrate(log, "application/json", "")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(logged.end()).contains(Logged.PROBE).doesNotContain(SECRET, "river", "secret-id");
        assertThat(json).doesNotContain(SECRET, "river", "secret-id");
        JsonNode answer = JSON.readTree(json);
        assertThat(answer.at("/lines/read").asLong()).isEqualTo(402);
        assertThat(answer.at("/lines/used").asLong()).isEqualTo(400);
        assertThat(answer.at("/problems/not_json").asLong()).isEqualTo(1);
        assertThat(answer.at("/models/0/model").asText()).isEqualTo(MODEL);
        assertThat(answer.at("/models/0/days/from").asText()).isEqualTo("2026-11-10");
        List<String> defects = new ArrayList<>();
        CalibrationFile file = CalibrationFile.read("own.json", json, defects);
        assertThat(defects).isEmpty();
        assertThat(file.models()).hasSize(1);
        assertThat(file.models().get(0).input().lines()).isEqualTo(400);
    }

    /** The library makes the same file without a server. */
    @Test
    void the_library_learns_the_same() throws IOException {
        String log = log(400) + "\nnot json";
        JsonNode service = JSON.readTree(calibrate(log, "application/json", "").asString());
        String file = Smeta.bundled(clock)
                .calibrate(new ByteArrayInputStream(log.getBytes(StandardCharsets.UTF_8)))
                .file();
        assertThat(JSON.readTree(file)).isEqualTo(service);
    }

    @Test
    void a_file_with_defects_changes_nothing() throws IOException {
        JsonNode bare = estimate("");
        Files.writeString(
                WithFolder.FOLDER.resolve("bad.yaml"), "calibration: 1\nmade: tomorrow\nmodels: []\nsurprise: 1\n");
        LibraryReload.now(library);
        assertThat(estimate("")).isEqualTo(bare);
    }

    @Test
    void a_wrong_word_in_the_query_is_a_clear_problem() {
        calibrate(log(1), "application/json", "?against=yesterday").then().statusCode(400);
    }
}
