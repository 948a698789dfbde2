package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/** Every row of the table of fields does what it says, in a small body of its dialect that has that field. */
class FieldTableTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String TEXT = "a sentence of some ten words that nobody expected here ".repeat(20);
    private static final String TURN = "'messages':[{'role':'user','content':[{'type':'text','text':'Hi'}]}]";
    private static final Map<String, String> BODIES = Map.ofEntries(
            Map.entry("openai-chat", "{'model':'m'," + TURN + "}"),
            Map.entry(
                    "openai-responses",
                    "{'model':'m','input':[{'role':'user','content':[{'type':'input_text','text':'Hi'}]}]}"),
            Map.entry("anthropic", "{'model':'m','max_tokens':9," + TURN + "}"),
            Map.entry("gemini", "{'contents':[{'parts':[{'text':'Hi'}]}]}"),
            Map.entry("dashscope", "{'model':'m','input':{'messages':[{'role':'user','content':[{'text':'Hi'}]}]}}"),
            Map.entry("bedrock", "{'modelId':'m','messages':[{'role':'user','content':[{'text':'Hi'}]}]}"),
            Map.entry("cohere", "{'model':'m'," + TURN + "}"),
            Map.entry("gigachat", "{'model':'m','messages':[{'role':'user','content':'Hi'}]}"),
            Map.entry("ollama", "{'model':'m','messages':[{'role':'user','content':'Hi'}]}"),
            Map.entry("ollama context", "{'model':'m','prompt':'Hi'}"),
            Map.entry("yandex", "{'modelUri':'gpt://b/m','messages':[{'role':'user','text':'Hi'}]}"),
            Map.entry("completions", "{'model':'m','prompt':'Hi'}"),
            Map.entry("embeddings", "{'model':'m','input':'Hi'}"),
            Map.entry("rerank", "{'model':'m','query':'Hi','documents':['A']}"),
            Map.entry("moderations", "{'model':'m','input':'Hi'}"),
            Map.entry("speech", "{'model':'m','input':'Hi','voice':'a'}"),
            Map.entry("transcription", "{'model':'m','file':'a'}"),
            Map.entry("images", "{'model':'m','prompt':'Hi'}"),
            Map.entry("videos", "{'model':'m','prompt':'Hi'}"));

    static Stream<Map.Entry<String, List<FieldTable.Row>>> byTreatment() {
        return FieldTable.ROWS.stream()
                .collect(Collectors.groupingBy(
                        row -> row.dialect() + " " + row.treatment(), TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("byTreatment")
    void every_field_is_treated_as_its_row_says(Map.Entry<String, List<FieldTable.Row>> rows) {
        List<String> wrong = new ArrayList<>();
        for (FieldTable.Row row : rows.getValue()) {
            Estimate without = estimate(row.dialect(), body(row)).orElseThrow();
            List<String> passed = new ArrayList<>();
            boolean noticed = false;
            for (JsonNode value : row.treatment().equals("setting") ? labels() : values()) {
                JsonNode body = body(row);
                Optional<Estimate> with =
                        put(body, row.field(), value) ? estimate(row.dialect(), body) : Optional.empty();
                if (with.isPresent()) {
                    boolean more = with.get().input().tokens().high()
                            >= without.input().tokens().high() + 50;
                    boolean opens =
                            without.input().bounded() && !with.get().input().bounded();
                    noticed |= more || opens;
                    // what stands in an unknown object opens the bound with it
                    boolean right = switch (row.treatment()) {
                        case "free" -> !more && !(opens && !row.field().contains("."));
                        case "opens" -> opens;
                        case "setting" -> row.field().startsWith("**.") || !unread(with.get(), row.field());
                        default -> true;
                    };
                    passed.add(row.field() + " = " + value.getNodeType());
                    if (!right) {
                        wrong.add(row.field() + " = " + value.getNodeType());
                    }
                }
            }
            if (row.treatment().equals("counted") && !passed.isEmpty() && !noticed) {
                wrong.add(passed.toString());
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_table_in_the_documents_is_the_programs() throws IOException {
        Set<String> documented = Files.readAllLines(Path.of("docs/requests.md")).stream()
                .dropWhile(line -> !line.equals("## Every field"))
                .filter(line -> line.startsWith("| ") && !line.startsWith("| dialect"))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>();
        for (String line : Files.readAllLines(Path.of("src/main/resources/smeta/prompt/fields.tsv"))) {
            String[] cells = line.split("\t");
            if (!line.startsWith("#")) {
                expected.add("| " + cells[0] + " | " + cells[1] + " | `" + String.join("`, `", cells[2].split(" "))
                        + "` | " + cells[3] + " |");
            }
        }
        assertThat(documented).isEqualTo(expected);
    }

    /** Whether the field itself, and not something unheard of in it, is called unread. */
    private static boolean unread(Estimate estimate, String field) {
        String last = field.substring(field.lastIndexOf('.') + 1);
        return estimate.notes().stream()
                .anyMatch(note ->
                        note.code().equals("unread_member") && note.text().contains("/" + last + " means"));
    }

    /** A setting that is read is never text: whoever writes one there is told that it wasn't read. */
    private static List<JsonNode> labels() {
        return List.of(
                MAPPER.getNodeFactory().textNode("auto"),
                MAPPER.createObjectNode().put("voice", "auto"));
    }

    private static List<JsonNode> values() {
        ObjectNode object = MAPPER.createObjectNode().put("x_unheard_of", TEXT);
        return List.of(
                MAPPER.getNodeFactory().textNode(TEXT),
                object,
                MAPPER.createArrayNode().add(TEXT),
                MAPPER.createArrayNode().add(object.deepCopy()));
    }

    private static JsonNode body(FieldTable.Row row) {
        try {
            String own = BODIES.get(row.dialect() + " " + row.field());
            return MAPPER.readTree((own == null ? BODIES.get(row.dialect()) : own).replace('\'', '"'));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Empty if the body is refused, as one with a value of the wrong type may be. */
    private static Optional<Estimate> estimate(String dialect, JsonNode body) {
        try {
            return Optional.of(Given.estimate(
                    "gpt-4o",
                    PromptReader.read(
                            Body.json(MAPPER.writeValueAsBytes(body)),
                            Dialect.named(dialect).orElseThrow(),
                            UnknownParts.NOTE),
                    Given.now()));
        } catch (Unreadable refused) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** False if something of another kind stands on the way. */
    private static boolean put(JsonNode body, String field, JsonNode value) {
        String[] steps = field.replace("**.", "").split("\\.");
        JsonNode at = body;
        for (int i = 0; i < steps.length; i++) {
            boolean list = steps[i].endsWith("[]");
            String name = list ? steps[i].substring(0, steps[i].length() - 2) : steps[i];
            boolean last = i == steps.length - 1;
            if (!(at instanceof ObjectNode object)) {
                return false;
            }
            if (last && !list) {
                object.set(name, value.deepCopy());
            } else if (list) {
                ArrayNode array = object.get(name) instanceof ArrayNode there ? there : object.putArray(name);
                if (last || array.isEmpty()) {
                    array.insert(0, last ? value.deepCopy() : MAPPER.createObjectNode());
                }
                at = array.get(0);
            } else {
                at = object.get(name) instanceof ObjectNode inner ? inner : object.putObject(name);
            }
        }
        return true;
    }
}
