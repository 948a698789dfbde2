package smeta.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every note that the program makes can be said in each of the page's languages, with the values that it has. The notes
 * are read from the source: a code and a sentence are written where the note is made.
 */
class NoteTextsTest {
    private static final Pattern NOTE =
            Pattern.compile("new Note\\(\\s*\"(\\w+)\",\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\")?");
    private static final Pattern REMARK =
            Pattern.compile("(?:add|notMeasured|refuseOrAdd|new Prompt\\.Remark)\\(\\s*\"(\\w+)\",");
    private static final Pattern VALUE = Pattern.compile("\\{(\\w+)}");
    /** Sentences of the catalogue: said as they were written down. */
    private static final Set<String> WRITTEN = Set.of("model_note", "price_note");

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "zh"})
    void every_note_has_a_title_and_a_sentence_that_uses_no_value_which_it_lacks(String language) throws IOException {
        JsonNode messages = messages(language);
        List<String> wrong = new ArrayList<>();
        Map<String, List<Set<String>>> made = made();
        assertThat(made).hasSizeGreaterThan(60);
        made.forEach((code, occasions) -> {
            if (!messages.has("note_" + code)) {
                wrong.add("note_" + code + " is missing");
            }
            if (!WRITTEN.contains(code)) {
                occasions.forEach(values -> {
                    String sentence = sentence(messages.get("said_" + code), values);
                    if (sentence == null) {
                        wrong.add("said_" + code + " has no sentence for the values " + values);
                    } else if (!values.containsAll(values(sentence))) {
                        wrong.add("said_" + code + " uses more than " + values + ": " + sentence);
                    }
                });
            }
        });
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "zh"})
    void no_sentence_is_left_of_a_note_that_nobody_makes(String language) throws IOException {
        Set<String> sentences = new TreeSet<>();
        messages(language).fieldNames().forEachRemaining(key -> {
            if (key.startsWith("said_")) {
                sentences.add(key.substring("said_".length()));
            }
        });
        assertThat(made().keySet()).containsAll(sentences);
    }

    @Test
    void the_document_lists_every_code_with_the_values_that_its_notes_may_have() throws IOException {
        Map<String, Set<String>> documented = new TreeMap<>();
        Pattern row = Pattern.compile("(?m)^\\| `(\\w+)` \\| ([^|\\n]+) \\| [^|\\n]{20,} \\|$");
        row.matcher(Files.readString(Path.of("docs/notes.md")))
                .results()
                .forEach(found -> documented.put(
                        found.group(1),
                        found.group(2).equals("–")
                                ? Set.of()
                                : new TreeSet<>(
                                        List.of(found.group(2).replace("`", "").split(", ")))));
        Map<String, Set<String>> made = new TreeMap<>();
        made().forEach((code, occasions) -> {
            Set<String> values = new TreeSet<>();
            occasions.forEach(values::addAll);
            made.put(code, values);
        });
        assertThat(documented).isEqualTo(made);
    }

    /** As the page chooses: the first form whose value is there. */
    private static String sentence(JsonNode forms, Set<String> values) {
        if (forms == null || forms.isTextual()) {
            return forms == null ? null : forms.asText();
        }
        return forms.properties().stream()
                .filter(form -> form.getKey().startsWith("with ")
                        && values.contains(form.getKey().substring(5)))
                .findFirst()
                .map(form -> form.getValue().asText())
                .orElseGet(() -> forms.has("other") ? forms.get("other").asText() : null);
    }

    /** By code the values of every place where such a note is made. */
    private static Map<String, List<Set<String>>> made() throws IOException {
        Map<String, List<Set<String>>> made = new TreeMap<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/smeta"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String source = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
                NOTE.matcher(source)
                        .results()
                        .forEach(note -> made.computeIfAbsent(note.group(1), c -> new ArrayList<>())
                                .add(note.group(2) == null ? Set.of() : values(note.group(2))));
                if (file.startsWith("src/main/java/smeta/prompt")) {
                    REMARK.matcher(source)
                            .results()
                            .forEach(remark -> made.computeIfAbsent(remark.group(1), c -> new ArrayList<>())
                                    .add(Set.of("place")));
                }
            }
        }
        return made;
    }

    private static Set<String> values(String sentence) {
        Set<String> values = new TreeSet<>();
        Matcher value = VALUE.matcher(sentence);
        while (value.find()) {
            values.add(value.group(1));
        }
        return values;
    }

    private static JsonNode messages(String language) throws IOException {
        try (InputStream file =
                NoteTextsTest.class.getResourceAsStream("/META-INF/resources/app/messages/" + language + ".json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
