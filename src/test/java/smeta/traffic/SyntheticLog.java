package smeta.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TimeZone;
import java.util.TreeSet;
import java.util.stream.Stream;
import smeta.token.Text;
import smeta.token.Vocabulary;

/**
 * Chats made from the texts of this repository and the JDK's names of places, currencies and time zones, with the usage that a vendor would report who has a published vocabulary:
 * its tokens, 4 for each message, 9 for each request, and the tools as JSON with 30 tokens around them. Texts of even and
 * odd places are two pools, so that what is measured was not seen when it was learnt. The same on every run.
 */
final class SyntheticLog {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final long START = 1_790_000_000L;
    private static final int A_DAY = 86_400;

    enum Kind {
        ENGLISH,
        RUSSIAN,
        CHINESE,
        CODE,
        TOOLS
    }

    private final Vocabulary vocabulary;
    private final Map<Kind, List<String>> texts;
    private final Random random;
    private final String model;

    /** @param pool 0 or 1 */
    SyntheticLog(Vocabulary vocabulary, String model, int pool, long seed) {
        this.vocabulary = vocabulary;
        this.model = model;
        random = new Random(seed);
        texts = new EnumMap<>(Kind.class);
        texts.put(Kind.ENGLISH, pool(paragraphs("docs", ".md"), pool));
        texts.put(Kind.RUSSIAN, pool(messages("ru"), pool));
        texts.put(Kind.CHINESE, pool(messages("zh"), pool));
        texts.put(Kind.CODE, pool(paragraphs("src/main/java", ".java"), pool));
        texts.put(Kind.TOOLS, texts.get(Kind.ENGLISH));
    }

    /** One line of each kind in turn. */
    List<byte[]> lines(int many) {
        List<byte[]> lines = new ArrayList<>(many);
        for (int i = 0; i < many; i++) {
            lines.add(line(i, Kind.values()[i % Kind.values().length], 0)
                    .toString()
                    .getBytes(StandardCharsets.UTF_8));
        }
        return lines;
    }

    /** @param hidden tokens of a system prompt that the request doesn't show */
    ObjectNode line(int number, Kind kind, long hidden) {
        ObjectNode line = JSON.createObjectNode();
        ObjectNode request = line.putObject("request").put("model", model);
        ArrayNode messages = request.putArray("messages");
        int turns = 1 + 2 * random.nextInt(4);
        long tokens = 9 + hidden;
        for (int turn = 0; turn < turns; turn++) {
            String text = text(kind);
            messages.addObject()
                    .put("role", turn % 2 == 0 ? "user" : "assistant")
                    .put("content", text);
            tokens += 4 + vocabulary.tokens(Text.of(text));
        }
        if (kind == Kind.TOOLS) {
            tokens += 30 + tools(request);
        }
        boolean high = random.nextInt(2) == 0;
        request.put("reasoning_effort", high ? "high" : "low");
        long thoughts = Math.round((high ? 2000 : 200) * Math.exp(0.5 * random.nextGaussian()));
        long reply = Math.round(300 * Math.exp(0.7 * random.nextGaussian()));
        ObjectNode usage =
                line.putObject("usage").put("prompt_tokens", tokens).put("completion_tokens", reply + thoughts);
        usage.put("total_tokens", tokens + reply + thoughts);
        usage.putObject("prompt_tokens_details").put("cached_tokens", tokens / 4);
        usage.putObject("completion_tokens_details").put("reasoning_tokens", thoughts);
        line.put("created", START + (long) number * A_DAY / 100);
        return line;
    }

    private long tools(ObjectNode request) {
        ArrayNode tools = request.putArray("tools");
        long tokens = 0;
        for (int i = 0; i <= random.nextInt(4); i++) {
            ObjectNode function = tools.addObject().put("type", "function").putObject("function");
            function.put("name", "look_up_" + i).put("description", text(Kind.ENGLISH));
            ObjectNode parameters = function.putObject("parameters").put("type", "object");
            parameters
                    .putObject("properties")
                    .putObject("place")
                    .put("type", "string")
                    .put("description", text(Kind.ENGLISH));
            tokens += vocabulary.tokens(Text.of(function.toString()));
        }
        return tokens;
    }

    /** Some paragraphs on end, up to a length that varies evenly on a logarithmic scale. */
    private String text(Kind kind) {
        List<String> from = texts.get(kind);
        int length = (int) Math.round(40 * Math.pow(50, random.nextDouble()));
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            text.append(text.isEmpty() ? "" : "\n").append(from.get(random.nextInt(from.size())));
        }
        return text.substring(0, Math.min(text.length(), length));
    }

    private static List<String> pool(List<String> all, int pool) {
        List<String> half = new ArrayList<>();
        for (int i = pool; i < all.size(); i += 2) {
            half.add(all.get(i));
        }
        return half;
    }

    private static List<String> paragraphs(String folder, String end) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            List<String> all = new ArrayList<>();
            for (Path file :
                    files.filter(f -> f.toString().endsWith(end)).sorted().toList()) {
                Stream.of(Files.readString(file).split("\n\\s*\n"))
                        .filter(p -> p.length() > 40)
                        .forEach(all::add);
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Set<String> names(Locale language) {
        Set<String> names = new TreeSet<>();
        for (Locale locale : Locale.getAvailableLocales()) {
            names.add(locale.getDisplayName(language));
        }
        Currency.getAvailableCurrencies().forEach(currency -> names.add(currency.getDisplayName(language)));
        for (String zone : TimeZone.getAvailableIDs()) {
            names.add(TimeZone.getTimeZone(zone).getDisplayName(language));
        }
        return names;
    }

    private static List<String> messages(String language) {
        try {
            JsonNode all =
                    JSON.readTree(Path.of("src/main/resources/META-INF/resources/app/messages/" + language + ".json")
                            .toFile());
            List<String> texts = new ArrayList<>();
            all.forEach(text -> texts.add(text.isTextual() ? text.asText() : text.toString()));
            texts.addAll(names(Locale.forLanguageTag(language)));
            texts.removeIf(text -> text.length() < 4);
            return texts;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
