package smeta.http.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static smeta.http.growth.Growth.many;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.http.Png;

/**
 * Four times as much of anything in a body takes four times the work, not sixteen. Work is counted, not timed: calls and rounds of loops
 * in the program's own classes, what the platform's lists walk through for them, and the bytes that are allocated.
 */
class GrowthTest {
    private static final String MARK = "\"cache_control\":{\"type\":\"ephemeral\"}";
    private static final String PNG = Png.base64(1, 1);

    private static Growth growth;

    /** Something that a body can have many of. */
    private record Many(String name, String model, IntFunction<String> body) {
        @Override
        public String toString() {
            return name;
        }
    }

    @BeforeAll
    static void load() throws ReflectiveOperationException {
        growth = new Growth(new SteppingLoader(), CountedWalk.class);
    }

    @AfterAll
    static void forget() {
        growth = null;
    }

    static Stream<Many> everything() {
        List<Many> all = new ArrayList<>();
        openAi(all);
        responses(all);
        anthropic(all);
        gemini(all);
        others(all);
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource("everything")
    void four_times_as_many_take_four_times_the_work(Many many) {
        String dialect = many.name.substring(0, many.name.indexOf(':'));
        assertThat(growth.walk(many.model, many.body.apply(2))).startsWith(dialect + " ");
        growth.requireProportion(many.model, many.body);
    }

    @Test
    void a_comparison_of_each_with_every_other_would_be_found() {
        for (String square : List.of("square in the platform", "square by hand")) {
            assertThat(growth.ratio(square, n -> many(n, Integer::toString)))
                    .as(square)
                    .isGreaterThan(10);
        }
    }

    private static void openAi(List<Many> all) {
        content(all, "texts", i -> "{\"type\":\"text\",\"text\":\"t" + i + "\"}");
        content(
                all,
                "pictures",
                i -> "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + PNG + "\"}}");
        content(
                all,
                "pictures by address",
                i -> "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://e.com/" + i + "\"}}");
        content(
                all,
                "sounds",
                i -> "{\"type\":\"input_audio\",\"input_audio\":{\"format\":\"wav\",\"data\":\"AAAA\"}}");
        content(all, "files", i -> "{\"type\":\"file\",\"file\":{\"file_id\":\"f" + i + "\"}}");
        content(all, "unknown parts", i -> "{\"type\":\"k" + i + "\"}");
        chat(
                all,
                "messages",
                n -> "\"messages\":[" + many(n, i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}") + "]");
        chat(
                all,
                "calls",
                n -> "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":["
                        + many(
                                n,
                                i -> "{\"id\":\"c" + i
                                        + "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}")
                        + "]}]");
        chat(
                all,
                "answers of tools",
                n -> "\"messages\":["
                        + many(n, i -> "{\"role\":\"tool\",\"tool_call_id\":\"c" + i + "\",\"content\":\"a\"}") + "]");
        chat(
                all,
                "tools",
                n -> hello() + ",\"tools\":["
                        + many(
                                n,
                                i -> "{\"type\":\"function\",\"function\":{\"name\":\"f" + i
                                        + "\",\"parameters\":{\"type\":\"object\"}}}")
                        + "]");
        chat(
                all,
                "tools of one name",
                n -> hello() + ",\"tools\":["
                        + many(
                                n,
                                i ->
                                        "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\"}}}")
                        + "]");
        chat(
                all,
                "properties",
                n -> tool("\"properties\":{" + many(n, i -> "\"p" + i + "\":{\"type\":\"string\"}") + "}"));
        chat(
                all,
                "required properties",
                n -> tool("\"properties\":{" + many(n, i -> "\"p" + i + "\":{\"type\":\"string\"}") + "},\"required\":["
                        + many(n, i -> "\"p" + i + "\"") + "]"));
        chat(
                all,
                "words of an enum",
                n -> tool("\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[" + many(n, i -> "\"w" + i + "\"")
                        + "]}}"));
        chat(
                all,
                "definitions",
                n -> tool("\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{"
                        + many(n, i -> "\"d" + i + "\":{\"type\":\"string\"}") + "}"));
        chat(
                all,
                "references",
                n -> tool("\"properties\":{" + many(n, i -> "\"p" + i + "\":{\"$ref\":\"#/$defs/d\"}")
                        + "},\"$defs\":{\"d\":{\"type\":\"string\"}}"));
        chat(all, "unknown fields", n -> hello() + "," + many(n, i -> "\"x" + i + "\":1"));
        chat(all, "stop sequences", n -> hello() + ",\"stop\":[" + many(n, i -> "\"s" + i + "\"") + "]");
    }

    private static void responses(List<Many> all) {
        input(all, "messages", i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}");
        input(
                all,
                "pictures",
                i -> "{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64,"
                        + PNG + "\"}]}");
        input(
                all,
                "files",
                i -> "{\"role\":\"user\",\"content\":[{\"type\":\"input_file\",\"file_id\":\"f" + i + "\"}]}");
        input(
                all,
                "calls and their answers",
                i -> i % 2 == 0
                        ? "{\"type\":\"function_call\",\"call_id\":\"c" + i + "\",\"name\":\"f\",\"arguments\":\"{}\"}"
                        : "{\"type\":\"function_call_output\",\"call_id\":\"c" + (i - 1) + "\",\"output\":\"o\"}");
        input(
                all,
                "reasoning",
                i -> "{\"type\":\"reasoning\",\"id\":\"r" + i
                        + "\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"s\"}]}");
    }

    private static void anthropic(List<Many> all) {
        String png = "{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + PNG + "\"}";
        block(all, "texts", i -> "{\"type\":\"text\",\"text\":\"t" + i + "\"}");
        block(all, "cache marks", i -> "{\"type\":\"text\",\"text\":\"t" + i + "\"," + MARK + "}");
        block(
                all,
                "cache marks of both lives",
                i -> "{\"type\":\"text\",\"text\":\"t\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\""
                        + (i % 2 == 0 ? "5m" : "1h") + "\"}}");
        block(all, "pictures", i -> "{\"type\":\"image\",\"source\":" + png + "}");
        block(all, "pictures with cache marks", i -> "{\"type\":\"image\",\"source\":" + png + "," + MARK + "}");
        block(
                all,
                "documents",
                i ->
                        "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"d\"}}");
        block(
                all,
                "documents by address",
                i -> "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://e.com/" + i + "\"}}");
        block(
                all,
                "results of tools",
                i -> "{\"type\":\"tool_result\",\"tool_use_id\":\"c" + i + "\",\"content\":\"a\"}");
        claude(
                all,
                "calls of tools",
                n -> "\"messages\":[{\"role\":\"assistant\",\"content\":["
                        + many(n, i -> "{\"type\":\"tool_use\",\"id\":\"c" + i + "\",\"name\":\"f\",\"input\":{}}")
                        + "]}]");
        claude(
                all,
                "turns with reasoning",
                n -> "\"messages\":["
                        + many(
                                n,
                                i -> i % 2 == 0
                                        ? "{\"role\":\"user\",\"content\":\"q\"}"
                                        : "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"t\",\"signature\":\"s\"}]}")
                        + "]");
        claude(
                all,
                "cache marks of the system",
                n -> hello() + ",\"system\":[" + many(n, i -> "{\"type\":\"text\",\"text\":\"s\"," + MARK + "}") + "]");
        claude(
                all,
                "cache marks of tools",
                n -> hello() + ",\"tools\":["
                        + many(n, i -> "{\"name\":\"f" + i + "\",\"input_schema\":{\"type\":\"object\"}," + MARK + "}")
                        + "]");
        claude(
                all,
                "the vendor's tools",
                n -> hello() + ",\"tools\":["
                        + many(n, i -> "{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":2}")
                        + "]");
    }

    private static void gemini(List<Many> all) {
        part(all, "texts", i -> "{\"text\":\"t" + i + "\"}");
        part(all, "pictures", i -> "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + PNG + "\"}}");
        part(all, "sounds", i -> "{\"inlineData\":{\"mimeType\":\"audio/wav\",\"data\":\"AAAA\"}}");
        part(all, "films", i -> "{\"fileData\":{\"mimeType\":\"video/mp4\",\"fileUri\":\"gs://a/" + i + "\"}}");
        part(all, "calls", i -> "{\"functionCall\":{\"name\":\"f\",\"args\":{\"a\":" + i + "}}}");
        part(all, "answers", i -> "{\"functionResponse\":{\"name\":\"f\",\"response\":{\"a\":" + i + "}}}");
    }

    private static void others(List<Many> all) {
        // long enough that the fewer ones can be cached as well
        IntFunction<String> point = i -> i % 2 == 0
                ? "{\"text\":\"one two three four five six seven eight nine\"}"
                : "{\"cachePoint\":{\"type\":\"default\"}}";
        all.add(new Many(
                "bedrock: texts",
                "claude-sonnet-4-5",
                n -> "{\"messages\":[{\"role\":\"user\",\"content\":[" + many(n, i -> "{\"text\":\"t" + i + "\"}")
                        + "]}],\"inferenceConfig\":{\"maxTokens\":9}}"));
        all.add(new Many(
                "bedrock: cache points",
                "claude-sonnet-4-5",
                n -> "{\"messages\":[{\"role\":\"user\",\"content\":[" + many(n, point)
                        + "]}],\"inferenceConfig\":{\"maxTokens\":9}}"));
        all.add(new Many(
                "bedrock: pictures",
                "claude-sonnet-4-5",
                n -> "{\"messages\":[{\"role\":\"user\",\"content\":["
                        + many(n, i -> "{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"" + PNG + "\"}}}")
                        + "]}],\"inferenceConfig\":{\"maxTokens\":9}}"));
        all.add(new Many(
                "dashscope: cache marks",
                "qwen3-max",
                n -> "{\"model\":\"qwen3-max\",\"input\":{\"messages\":[{\"role\":\"user\",\"content\":["
                        + many(n, i -> "{\"text\":\"t\"," + MARK + "}") + "]}]}}"));
        all.add(new Many(
                "cohere: documents",
                "cohere/command-a-03-2025",
                n -> "{\"model\":\"command-a-03-2025\",\"safety_mode\":\"NONE\"," + hello() + ",\"documents\":["
                        + many(n, i -> "{\"data\":{\"text\":\"d" + i + "\"}}") + "]}"));
        all.add(new Many(
                "embeddings: inputs",
                "text-embedding-3-small",
                n -> "{\"model\":\"text-embedding-3-small\",\"input\":[" + many(n, i -> "\"t" + i + "\"") + "]}"));
        all.add(new Many(
                "ollama: messages",
                "gpt-4o",
                n -> "{\"model\":\"gpt-4o\",\"options\":{\"num_predict\":9},\"messages\":["
                        + many(n, i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}") + "]}"));
        all.add(new Many(
                "yandex: messages",
                "yandex/yandexgpt-pro-5.1",
                n -> yandex(many(n, i -> "{\"role\":\"user\",\"text\":\"m" + i + "\"}"))));
        all.add(new Many(
                "yandex: calls",
                "yandex/yandexgpt-pro-5.1",
                n -> yandex(
                        "{\"role\":\"user\",\"text\":\"hi\"},{\"role\":\"assistant\",\"toolCallList\":{\"toolCalls\":["
                                + many(n, i -> "{\"functionCall\":{\"name\":\"f\",\"arguments\":{\"a\":" + i + "}}}")
                                + "]}}")));
        all.add(new Many(
                "gigachat: messages",
                "gigachat/GigaChat-2-Pro",
                n -> "{\"model\":\"GigaChat-2\",\"profanity_check\":true,\"messages\":["
                        + many(n, i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}") + "]}"));
        all.add(new Many(
                "gigachat: functions",
                "gigachat/GigaChat-2-Pro",
                n -> "{\"model\":\"GigaChat-2\",\"profanity_check\":true," + hello() + ",\"functions\":["
                        + many(n, i -> "{\"name\":\"f" + i + "\",\"parameters\":{\"type\":\"object\"}}") + "]}"));
        all.add(new Many(
                "gigachat: attachments",
                "gigachat/GigaChat-2-Pro",
                n -> "{\"model\":\"GigaChat-2\",\"profanity_check\":true,\"messages\":["
                        + "{\"role\":\"user\",\"content\":\"m\",\"attachments\":["
                        + many(n, i -> "\"a" + i + "\"") + "]}]}"));
        all.add(new Many(
                "rerank: documents",
                "cohere/rerank-v3.5",
                n -> "{\"model\":\"rerank-v3.5\",\"query\":\"q\",\"documents\":[" + many(n, i -> "\"d" + i + "\"")
                        + "]}"));
        all.add(new Many(
                "rerank: documents with fields",
                "cohere/rerank-v3.5",
                n -> "{\"model\":\"rerank-v3.5\",\"query\":\"q\",\"documents\":["
                        + many(n, i -> "{\"title\":\"t\",\"body\":\"d" + i + "\"}") + "]}"));
        all.add(new Many(
                "images: pictures to edit",
                "gpt-image-1",
                n -> "{\"model\":\"gpt-image-1\",\"prompt\":\"p\",\"images\":["
                        + many(n, i -> "{\"image_url\":\"data:image/png;base64," + PNG + "\"}") + "]}"));
        all.add(new Many(
                "images: instances",
                "gpt-image-1",
                n -> "{\"instances\":[" + many(n, i -> "{\"prompt\":\"p" + i + "\"}")
                        + "],\"parameters\":{\"sampleCount\":1}}"));
    }

    private static String yandex(String messages) {
        return "{\"modelUri\":\"gpt://b1/yandexgpt/latest\",\"completionOptions\":{\"maxTokens\":\"9\"},\"messages\":["
                + messages + "]}";
    }

    private static void content(List<Many> all, String name, IntFunction<String> part) {
        chat(all, name, n -> "\"messages\":[{\"role\":\"user\",\"content\":[" + many(n, part) + "]}]");
    }

    private static void chat(List<Many> all, String name, IntFunction<String> fields) {
        all.add(new Many(
                "openai-chat: " + name,
                "gpt-4o",
                n -> "{\"model\":\"gpt-4o\",\"max_tokens\":9," + fields.apply(n) + "}"));
    }

    private static String tool(String schema) {
        return hello()
                + ",\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\","
                + schema + "}}}]";
    }

    private static void input(List<Many> all, String name, IntFunction<String> item) {
        all.add(new Many(
                "openai-responses: " + name, "gpt-5", n -> "{\"model\":\"gpt-5\",\"input\":[" + many(n, item) + "]}"));
    }

    private static void block(List<Many> all, String name, IntFunction<String> block) {
        claude(all, name, n -> "\"messages\":[{\"role\":\"user\",\"content\":[" + many(n, block) + "]}]");
    }

    private static void claude(List<Many> all, String name, IntFunction<String> fields) {
        all.add(new Many(
                "anthropic: " + name,
                "claude-sonnet-4-5",
                n -> "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":9,\"anthropic_version\":\"2023-06-01\","
                        + fields.apply(n) + "}"));
    }

    private static void part(List<Many> all, String name, IntFunction<String> part) {
        all.add(new Many(
                "gemini: " + name,
                "gemini-2.5-flash",
                n -> "{\"contents\":[{\"role\":\"user\",\"parts\":[" + many(n, part) + "]}]}"));
    }

    private static String hello() {
        return "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";
    }
}
