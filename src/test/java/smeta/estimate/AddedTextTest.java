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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.prompt.Unreadable;

/** Text that is added anywhere in a body is counted, or opens the bound, or is known to cost nothing. */
class AddedTextTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path GOLDEN = Path.of("src/test/resources/golden/prompt");
    private static final String TEXT = " a sentence of some ten words that nobody expected here".repeat(30);
    private static final Map<String, List<String>> MODELS = Map.ofEntries(
            Map.entry("openai-chat", List.of("gpt-4o", "qwen3-max", "mistral/mistral-large-2512")),
            Map.entry("openai-responses", List.of("gpt-5")),
            Map.entry("anthropic", List.of("claude-sonnet-4-6")),
            Map.entry("gemini", List.of("gemini-2.5-flash")),
            Map.entry("dashscope", List.of("qwen-plus")),
            Map.entry("bedrock", List.of("claude-sonnet-4-6")),
            Map.entry("cohere", List.of("gpt-4o")),
            Map.entry("gigachat", List.of("gpt-4o")),
            Map.entry("ollama", List.of("gpt-4o")),
            Map.entry("yandex", List.of("gpt-4o")),
            Map.entry("completions", List.of("gpt-4o")),
            Map.entry("embeddings", List.of("text-embedding-3-small")),
            Map.entry("rerank", List.of("gpt-4o")),
            Map.entry("moderations", List.of("gpt-4o")),
            Map.entry("speech", List.of("gpt-4o-mini-tts")),
            Map.entry("transcription", List.of("gpt-4o-transcribe")),
            Map.entry("images", List.of("gpt-image-1")),
            Map.entry("videos", List.of("gpt-4o")));

    @ParameterizedTest(name = "{0}")
    @MethodSource("smeta.prompt.GoldenTest#bodies")
    void text_that_is_added_anywhere_is_counted_or_opens_the_bound(String name) throws IOException {
        JsonNode body = MAPPER.readTree(Files.readAllBytes(GOLDEN.resolve(name + ".json")));
        String dialect = name.substring(0, name.indexOf('/'));
        for (String model : MODELS.get(dialect)) {
            Set<String> unnoticed = new LinkedHashSet<>();
            Prompt unchanged = prompt(body, dialect);
            Estimate before = Given.estimate(model, unchanged, Given.now());
            List<String> open = open(unchanged);
            walk(body, "", (pointer, changed) -> {
                changed.run();
                if (open.stream().noneMatch(outer -> (pointer + "/").startsWith(outer + "/"))
                        && !noticed(unchanged, before, prompt(body, dialect), model)
                        && !FieldTable.costsNothing(dialect, path(pointer))
                        && !knownToBeLeftOut(model, path(pointer))) {
                    unnoticed.add(path(pointer));
                }
            });
            assertThat(unnoticed).as(model).isEmpty();
        }
    }

    /** Qwen's chat template has no place for a name, and GPT-5 drops the reasoning of earlier turns. */
    private static boolean knownToBeLeftOut(String model, String path) {
        return model.startsWith("qwen") && path.endsWith("messages[].name")
                || model.equals("gpt-5") && path.equals("input[].summary[].text");
    }

    /** Places of which the remarks say already that what is there is not counted. */
    private static List<String> open(Prompt prompt) {
        return prompt.remarks().stream()
                .filter(remark ->
                        Set.of("unseen_context", "unknown_part", "encrypted").contains(remark.code()))
                .map(Prompt.Remark::pointer)
                .toList();
    }

    private static boolean noticed(Prompt unchanged, Estimate before, @Nullable Prompt changed, String model) {
        if (changed == null || !unchanged.remarks().containsAll(changed.remarks())) {
            return true;
        }
        Estimate after = Given.estimate(model, changed, Given.now());
        return after.input().tokens().high() >= before.input().tokens().high() + 100
                || !after.input().bounded() && before.input().bounded();
    }

    /** Null if the body is refused. */
    private static @Nullable Prompt prompt(JsonNode body, String dialect) {
        try {
            JsonNode tree = Body.json(MAPPER.writeValueAsBytes(body));
            return PromptReader.read(tree, Dialect.named(dialect).orElseThrow(), UnknownParts.NOTE);
        } catch (Unreadable refused) {
            return null;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Change {
        void at(String pointer, Runnable change);
    }

    /** Every object gets one more member, every text a longer end, one after the other; each is taken back. */
    private static void walk(JsonNode node, String at, Change change) {
        if (node instanceof ObjectNode object) {
            change.at(at + "/x_unheard_of", () -> object.put("x_unheard_of", TEXT));
            object.remove("x_unheard_of");
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                JsonNode value = object.get(name);
                leaf(value, at + "/" + name, longer -> object.put(name, longer), change);
                object.set(name, value);
                walk(value, at + "/" + name, change);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int index = i;
                JsonNode value = array.get(i);
                leaf(
                        value,
                        at + "/" + i,
                        longer -> array.set(index, MAPPER.getNodeFactory().textNode(longer)),
                        change);
                array.set(i, value);
                walk(value, at + "/" + i, change);
            }
        }
    }

    private static void leaf(JsonNode value, String at, Consumer<String> set, Change change) {
        if (value.isTextual()) {
            change.at(at, () -> set.accept(value.textValue() + TEXT));
        }
    }

    /** {@code messages[].content} of {@code /messages/0/content}. */
    private static String path(String pointer) {
        return pointer.substring(1).replaceAll("/\\d+(?=/|$)", "[]").replace('/', '.');
    }
}
