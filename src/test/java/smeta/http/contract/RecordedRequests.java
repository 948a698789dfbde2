package smeta.http.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The requests whose answers the packaged program is compared by: the examples of every operation, a body of each kind
 * that a vendor takes, and bodies that are wrong. Their answers don't depend on the day on which they are sent; of those
 * that do, status and headers are compared.
 */
final class RecordedRequests {
    /** What the program inside of the tests answered, where the packaged program's test finds it. */
    static final Path ANSWERS = Path.of("target/recorded-answers");

    private static final Path BODIES = Path.of("src/test/resources/golden/prompt");
    private static final String DAY = "on=2026-11-22";
    /** They take no day, and their answers are those of today. */
    private static final Set<String> OF_TODAY =
            new TreeSet<>(Set.of("calibrate", "getModel", "listModels", "previewImport"));

    private static final String JSON = "application/json";
    /** They tell the moment and the way, which differ. */
    private static final Set<String> HEADERS_OF_THE_MOMENT =
            new TreeSet<>(Set.of("connection", "content-length", "date", "server-timing", "transfer-encoding"));

    /**
     * @param name of the file that has the answer
     * @param line method, path and query
     * @param ofToday whether the answer is another one on another day
     */
    record Sent(
            String name,
            String line,
            @Nullable String type,
            @Nullable String accept,
            @Nullable String body,
            boolean ofToday) {
        static Sent onAnyDay(String name, String line, @Nullable String type, @Nullable String body) {
            return new Sent(name, line, type, null, body, false);
        }
    }

    private RecordedRequests() {}

    static List<Sent> all() throws IOException {
        List<Sent> all = new ArrayList<>();
        for (JsonNode operation : OpenApiDocumentTest.operations()) {
            String id = operation.path("operationId").asText();
            for (Example example : OperationExamples.of(id)) {
                String body = example.body() == null ? null : Example.text(example.body());
                String line = takesDay(operation) ? onOneDay(example.request()) : example.request();
                all.add(new Sent(
                        id + "-" + example.name(),
                        line,
                        example.type(),
                        example.accept(),
                        body,
                        OF_TODAY.contains(id) && example.status() == 200));
            }
        }
        try (Stream<Path> files = Files.walk(BODIES)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
                all.add(Sent.onAnyDay(
                        "body-"
                                + BODIES.relativize(file)
                                        .toString()
                                        .replace('/', '-')
                                        .replace(".json", ""),
                        "POST /v1/estimates?models=gpt-4o,claude-sonnet-4-5,gemini-2.5-flash&include=lines,parts,sources&"
                                + DAY,
                        JSON,
                        Files.readString(file)));
            }
        }
        // made when it is first asked for, which the program inside of the tests doesn't do
        all.add(Sent.onAnyDay("document-yaml", "GET /q/openapi", null, null));
        all.add(Sent.onAnyDay("document-json", "GET /q/openapi?format=json", null, null));
        all.add(Sent.onAnyDay("wrong-nothing", "POST /v1/checks?" + DAY, JSON, null));
        all.add(Sent.onAnyDay("wrong-half", "POST /v1/checks?" + DAY, JSON, "{\"model\":"));
        all.add(Sent.onAnyDay("wrong-type", "POST /v1/checks?" + DAY, "image/png", "{}"));
        all.add(Sent.onAnyDay("wrong-path", "GET /v1/nothing", null, null));
        all.add(Sent.onAnyDay("wrong-method", "GET /v1/checks", null, null));
        all.add(new Sent("wrong-accept", "GET /v1/models?limit=1", null, "image/png", null, false));
        return all;
    }

    private static boolean takesDay(JsonNode operation) {
        for (JsonNode parameter : operation.path("parameters")) {
            if (parameter.path("name").asText().equals("on")) {
                return true;
            }
        }
        return false;
    }

    private static String onOneDay(String line) {
        return line.contains("on=") ? line : line + (line.contains("?") ? "&" : "?") + DAY;
    }

    /** Sends them all to a service. Keys are names; values have status, headers and body as they came. */
    static Map<String, String> answers(URI service) throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Map<String, String> answers = new TreeMap<>();
        for (Sent sent : all()) {
            String[] line = sent.line().split(" ", 2);
            HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(line[1]))
                    .timeout(Duration.ofSeconds(60))
                    .method(
                            line[0],
                            sent.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(sent.body()));
            if (sent.type() != null) {
                request.header("Content-Type", sent.type());
            }
            if (sent.accept() != null) {
                request.header("Accept", sent.accept());
            }
            if (answers.put(sent.name(), text(client.send(request.build(), BodyHandlers.ofByteArray()), sent.ofToday()))
                    != null) {
                throw new IllegalStateException("Two requests are called " + sent.name());
            }
        }
        return answers;
    }

    private static String text(HttpResponse<byte[]> answer, boolean ofToday) {
        StringBuilder text =
                new StringBuilder("HTTP ").append(answer.statusCode()).append('\n');
        answer.headers().map().forEach((name, values) -> {
            if (!HEADERS_OF_THE_MOMENT.contains(name) && !(ofToday && name.equals("etag"))) {
                text.append(name).append(": ").append(String.join(", ", values)).append('\n');
            }
        });
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        return text.append('\n')
                .append(ofToday && !body.isEmpty() ? "(of today)" : body)
                .toString();
    }

    static void write(Map<String, String> answers) throws IOException {
        Files.createDirectories(ANSWERS);
        try (Stream<Path> old = Files.list(ANSWERS)) {
            for (Path file : old.toList()) {
                Files.delete(file);
            }
        }
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            Files.writeString(ANSWERS.resolve(answer.getKey() + ".txt"), answer.getValue());
        }
    }

    static Map<String, String> written() throws IOException {
        Map<String, String> answers = new TreeMap<>();
        try (Stream<Path> files = Files.list(ANSWERS)) {
            files.forEach(file -> {
                try {
                    answers.put(file.getFileName().toString().replace(".txt", ""), Files.readString(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return answers;
    }
}
