package smeta.token.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.token.Vocabulary;
import smeta.token.VocabularyRefused;

/**
 * Reads a vocabulary from a file in the format of Hugging Face's tokenizers library ({@code tokenizer.json}, version
 * 1.0): byte-level byte-pair encoding, and byte-pair encoding of characters with byte fallback. Added tokens are text
 * like any other, and what the file says of templates, decoding, truncation and padding isn't part of counting a text.
 * Everything else that isn't understood is refused, with the place.
 */
public final class TokenizerJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> IGNORED =
            Set.of("version", "truncation", "padding", "added_tokens", "post_processor", "decoder");

    private final String file;
    private final Map<String, Integer> vocabulary = new HashMap<>();
    private final List<String[]> merges = new ArrayList<>();
    private final Map<String, JsonNode> settings = new HashMap<>();
    private @Nullable JsonNode normalizer;
    private @Nullable JsonNode preTokenizer;

    private TokenizerJson(String file) {
        this.file = file;
    }

    /** @throws VocabularyRefused if the file is not understood in full */
    public static Vocabulary read(String name, Path path) {
        TokenizerJson json = new TokenizerJson(path.toString());
        try (JsonParser parser = JSON.getFactory().createParser(Files.newInputStream(path))) {
            json.root(parser);
        } catch (IOException e) {
            throw json.refused("", "expected JSON, found " + e.getMessage());
        }
        return json.vocabulary(name);
    }

    VocabularyRefused refused(String pointer, String reason) {
        return new VocabularyRefused(file, pointer.isEmpty() ? "/" : pointer, reason);
    }

    private void root(JsonParser parser) throws IOException {
        expect(parser.nextToken(), JsonToken.START_OBJECT, "");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "model" -> model(parser);
                case "normalizer" -> normalizer = JSON.readTree(parser);
                case "pre_tokenizer" -> preTokenizer = JSON.readTree(parser);
                default -> {
                    if (!IGNORED.contains(field)) {
                        throw refused("/" + field, "not understood");
                    }
                    parser.skipChildren();
                }
            }
        }
    }

    private void model(JsonParser parser) throws IOException {
        expect(parser.currentToken(), JsonToken.START_OBJECT, "/model");
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken token = parser.nextToken();
            if (field.equals("vocab")) {
                expect(token, JsonToken.START_OBJECT, "/model/vocab");
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String text = parser.currentName();
                    expect(parser.nextToken(), JsonToken.VALUE_NUMBER_INT, "/model/vocab/" + text);
                    vocabulary.put(text, parser.getIntValue());
                }
            } else if (field.equals("merges")) {
                expect(token, JsonToken.START_ARRAY, "/model/merges");
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    merges.add(merge(parser));
                }
            } else {
                settings.put(field, JSON.readTree(parser));
            }
        }
    }

    /** {@code "a b"}, or {@code ["a", "b"]} as later versions write it. */
    private String[] merge(JsonParser parser) throws IOException {
        String pointer = "/model/merges/" + merges.size();
        if (parser.currentToken() == JsonToken.START_ARRAY) {
            String[] pair = new String[2];
            for (int i = 0; i < 2; i++) {
                expect(parser.nextToken(), JsonToken.VALUE_STRING, pointer);
                pair[i] = parser.getText();
            }
            expect(parser.nextToken(), JsonToken.END_ARRAY, pointer);
            return pair;
        }
        expect(parser.currentToken(), JsonToken.VALUE_STRING, pointer);
        String[] pair = parser.getText().split(" ", -1);
        if (pair.length != 2) {
            throw refused(pointer, "expected two parts with a space between, found " + parser.getText());
        }
        return pair;
    }

    private void expect(@Nullable JsonToken found, JsonToken expected, String pointer) {
        if (found != expected) {
            throw refused(pointer, "expected " + expected + ", found " + found);
        }
    }

    private Vocabulary vocabulary(String name) {
        if (!text("type").equals("BPE")) {
            throw refused("/model/type", "expected BPE, found " + text("type"));
        }
        settings.forEach((field, value) -> {
            boolean known = switch (field) {
                case "type", "unk_token", "fuse_unk", "byte_fallback", "ignore_merges" -> true;
                case "dropout", "continuing_subword_prefix", "end_of_word_suffix" ->
                    value.isNull() || value.asText().isEmpty() || value.isNumber() && value.asDouble() == 0;
                default -> false;
            };
            if (!known) {
                throw refused("/model/" + field, "not understood: " + value);
            }
        });
        TokenizerSteps steps = new TokenizerSteps(this);
        steps.normalizer(normalizer, "/normalizer");
        steps.preTokenizer(preTokenizer, "/pre_tokenizer");
        boolean ignoreMerges = flag("ignore_merges");
        if (steps.byteLevel()) {
            return new TokenizerTables(this, vocabulary, merges).byteLevel(name, steps, ignoreMerges);
        }
        if (!flag("byte_fallback")) {
            throw refused("/model/byte_fallback", "expected true, since the pre-tokenizer is not ByteLevel");
        }
        return new TokenizerTables(this, vocabulary, merges).characters(name, steps, ignoreMerges);
    }

    private String text(String field) {
        JsonNode value = settings.get(field);
        return value == null ? "" : value.asText();
    }

    private boolean flag(String field) {
        JsonNode value = settings.get(field);
        return value != null && value.asBoolean();
    }
}
