package smeta.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The {@code curl} commands of README and of the documents are answered, and README's answer is the real one. */
@QuarkusTest
class DocumentedRequestsTest {
    private static final Pattern FENCE = Pattern.compile("```(sh|json)\\n(.*?)\\n```", Pattern.DOTALL);
    private static final Pattern WORD = Pattern.compile("'([^']*)'|[^\\s']+");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TestHTTPResource
    URI service;

    @TestFactory
    Stream<DynamicTest> a_command_of_the_documents_is_answered() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path document : documents()) {
            for (String command : commands(Files.readString(document))) {
                tests.add(DynamicTest.dynamicTest(document + ": " + command, () -> {
                    HttpResponse<String> response = send(command);
                    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
                }));
            }
        }
        assertThat(tests).hasSizeGreaterThan(9);
        return tests.stream();
    }

    @Test
    void readme_shows_the_real_answer() throws Exception {
        String readme = Files.readString(Path.of("README.md"));
        String shown = null;
        for (Matcher fence = FENCE.matcher(readme); shown == null && fence.find(); ) {
            shown = fence.group(1).equals("json") ? fence.group(2) : null;
        }
        assertThat(withoutVersion(JSON.readTree(send(commands(readme).get(0)).body())))
                .isEqualTo(withoutVersion(JSON.readTree(shown)));
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("docs"))) {
            return Stream.concat(
                            Stream.of(Path.of("README.md")),
                            files.filter(file -> file.toString().endsWith(".md"))
                                    .sorted())
                    .toList();
        }
    }

    /** Those that need no file of the reader's. */
    private static List<String> commands(String document) {
        List<String> commands = new ArrayList<>();
        for (Matcher fence = FENCE.matcher(document); fence.find(); ) {
            String text = fence.group(2).replace("\\\n", " ");
            for (int at = text.indexOf("curl "); at >= 0; at = text.indexOf("curl ", at + 1)) {
                String command = upToItsEnd(text.substring(at));
                if ((at == 0 || text.charAt(at - 1) == '\n') && needsNoFile(command)) {
                    commands.add(command);
                }
            }
        }
        return commands;
    }

    private static boolean needsNoFile(String command) {
        return !command.contains("@") && !command.contains(" -T ") && !command.contains("…");
    }

    /** To the end of the line that isn't inside quotes, without a comment. */
    private static String upToItsEnd(String text) {
        boolean quoted = false;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            quoted ^= c == '\'';
            if (!quoted && (c == '\n' || c == '#')) {
                return text.substring(0, at).strip();
            }
        }
        return text.strip();
    }

    private HttpResponse<String> send(String command) throws IOException, InterruptedException {
        List<String> words = WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group() : word.group(1))
                .toList();
        HttpRequest.Builder request = HttpRequest.newBuilder();
        String method = "GET";
        HttpRequest.BodyPublisher body = BodyPublishers.noBody();
        boolean typed = false;
        for (int at = 1; at < words.size(); at++) {
            switch (words.get(at)) {
                case "-s", "-i" -> {}
                case "-X" -> method = words.get(++at);
                case "-H" -> {
                    String[] header = words.get(++at).split(": *", 2);
                    request.header(header[0], header[1]);
                    typed |= header[0].equalsIgnoreCase("Content-Type");
                }
                case "-d" -> {
                    method = "POST";
                    body = BodyPublishers.ofString(words.get(++at));
                }
                default ->
                    request.uri(service.resolve(words.get(at)
                            .replaceFirst("^(http://)?localhost:8080", "")
                            .replace("*", "%2A")));
            }
        }
        if (method.equals("POST") && !typed) {
            request.header("Content-Type", "application/x-www-form-urlencoded"); // curl's own
        }
        return HttpClient.newHttpClient().send(request.method(method, body).build(), BodyHandlers.ofString());
    }

    private static JsonNode withoutVersion(JsonNode answer) {
        return ((ObjectNode) answer).without("catalogue");
    }
}
