package smeta.prompt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden bodies with something changed at random (seeded) places. */
class MutationTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ROUNDS = 300;

    @ParameterizedTest(name = "{0}")
    @MethodSource("smeta.prompt.GoldenTest#bodies")
    void whatever_stands_somewhere_the_body_is_read_or_refused_at_a_place(String name) throws IOException {
        Path file = Path.of("src/test/resources/golden/prompt", name + ".json");
        Dialect dialect =
                Dialect.named(file.getParent().getFileName().toString()).orElseThrow();
        List<JsonNode> values = values();
        Random random = new Random(name.hashCode());
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            JsonNode body = MAPPER.readTree(Files.readAllBytes(file));
            change(body, values.get(random.nextInt(values.size())), random);
            JsonNode tree = Body.json(MAPPER.writeValueAsBytes(body));
            try {
                assertThat(PromptReader.read(tree, dialect, UnknownParts.NOTE).dialect())
                        .isEqualTo(dialect);
            } catch (Unreadable expected) {
                refused++;
                assertThat(expected.kind()).isEqualTo(Unreadable.Kind.UNSUPPORTED);
                JsonPointer place = JsonPointer.compile(expected.pointer());
                assertThat(tree.at(place.matches() ? place : place.head()).isMissingNode())
                        .isFalse();
            }
            DialectDetectorTest.detectOrRefuse(tree);
        }
        assertThat(refused).isBetween(1, ROUNDS - 1);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("smeta.prompt.GoldenTest#bodies")
    void fields_that_nobody_knows_change_nothing(String name) throws IOException {
        Path file = Path.of("src/test/resources/golden/prompt", name + ".json");
        Dialect dialect =
                Dialect.named(file.getParent().getFileName().toString()).orElseThrow();
        JsonNode body = Body.json(Files.readAllBytes(file));
        String before = Listing.of(PromptReader.read(body, dialect, UnknownParts.NOTE));

        add((ObjectNode) body);
        for (String list : List.of("messages", "contents", "input")) {
            for (JsonNode turn : body.path(list)) {
                if (turn instanceof ObjectNode object) {
                    add(object);
                }
            }
        }

        assertThat(Listing.of(PromptReader.read(body, dialect, UnknownParts.NOTE)))
                .isEqualTo(before);
    }

    private static void add(ObjectNode object) {
        object.putObject("x_unheard_of").putArray("y").add(1);
    }

    private static List<JsonNode> values() throws IOException {
        List<JsonNode> values = new ArrayList<>();
        MAPPER.readTree("""
                [null, true, 5, -1, 1.5, 1e400, 99999999999999999999, "x", "", "text", [], {},
                 "data:image/png;base64,iVBORw0KGgo=", [1], ["a"], [[]], {"type": "text"}, {"type": 5}, {"text": {}}, {"url": []}, [{"type": "image"}]]""").forEach(values::add);
        values.add(MAPPER.getNodeFactory().textNode("A".repeat(2000)));
        values.add(MAPPER.getNodeFactory().textNode("data:application/pdf;base64," + "J".repeat(2001)));
        return values;
    }

    /** Walks down at random and replaces what it comes to. */
    private static void change(JsonNode node, JsonNode value, Random random) {
        int child = random.nextInt(node.size());
        String name = node.isObject() ? names(node).get(child) : "";
        JsonNode next = node.isObject() ? node.get(name) : node.get(child);
        if (next.isContainerNode() && !next.isEmpty() && random.nextInt(5) > 0) {
            change(next, value, random);
        } else if (node instanceof ObjectNode object) {
            object.set(name, value);
        } else {
            ((ArrayNode) node).set(child, value);
        }
    }

    private static List<String> names(JsonNode node) {
        List<String> names = new ArrayList<>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
