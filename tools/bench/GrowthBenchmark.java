import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Whether work grows with what a request has many of, and no faster:
 * {@code java tools/bench/GrowthBenchmark.java PID [http://localhost:8080] [words of a case]} against a running service. Each case is
 * sent with n and with 4n of something, several times; the table has the processor time that the service's process used for
 * one request (its own clock of work, so that a busy machine doesn't matter), and their ratio: about 4 is in proportion. Where
 * it is above 6 and the larger request took 100 ms or more, 16n is asked for too, since a small request may have run in a
 * cache or without a collection of garbage; if that ratio is above 6 as well, the case is steep, and the command ends with 1.
 * Linux only: the time is read from {@code /proc}.
 */
public class GrowthBenchmark {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final String PIXEL =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
    private static final String SOUND = Base64.getEncoder().encodeToString(wave());
    private static final int ROUNDS = 3;

    /** Something that a request can have many of. */
    private record Case(String name, int n, String path, String type, IntFunction<String> body) {}

    private static final List<Case> CASES = new ArrayList<>();

    private static void body(String name, int n, String query, IntFunction<String> body) {
        CASES.add(new Case(name, n, query, "application/json", body));
    }

    private static void chat(String name, int n, IntFunction<String> fields) {
        body("openai-chat: " + name, n, "/v1/estimates?models=gpt-4o&include=lines,parts",
                k -> "{\"model\":\"gpt-4o\",\"max_tokens\":9," + fields.apply(k) + "}");
    }

    private static void content(String name, int n, IntFunction<String> part) {
        chat(name, n, k -> "\"messages\":[{\"role\":\"user\",\"content\":[" + many(k, part) + "]}]");
    }

    private static void tools(String name, int n, IntFunction<String> tools) {
        chat(name, n, k -> "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],\"tools\":[" + tools.apply(k) + "]");
    }

    private static void schema(String name, int n, IntFunction<String> schema) {
        tools("schema: " + name, n,
                k -> "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":" + schema.apply(k) + "}}");
    }

    private static void anthropic(String name, int n, IntFunction<String> fields) {
        body("anthropic: " + name, n, "/v1/estimates?models=claude-sonnet-4-5&include=lines,parts",
                k -> "{\"model\":\"claude-sonnet-4-5\",\"max_tokens\":9," + fields.apply(k) + "}");
    }

    private static void blocks(String name, int n, IntFunction<String> block) {
        anthropic(name, n, k -> "\"messages\":[{\"role\":\"user\",\"content\":[" + many(k, block) + "]}]");
    }

    private static void gemini(String name, int n, IntFunction<String> part) {
        body("gemini: " + name, n, "/v1/estimates?models=gemini-2.5-flash&dialect=gemini&include=lines,parts",
                k -> "{\"contents\":[{\"role\":\"user\",\"parts\":[" + many(k, part) + "]}]}");
    }

    private static void responses(String name, int n, IntFunction<String> item) {
        body("openai-responses: " + name, n, "/v1/estimates?models=gpt-5&dialect=openai-responses&include=lines,parts",
                k -> "{\"model\":\"gpt-5\",\"input\":[" + many(k, item) + "]}");
    }

    private static void bedrock(String name, int n, IntFunction<String> block) {
        body("bedrock: " + name, n, "/v1/estimates?models=claude-sonnet-4-5&dialect=bedrock&include=lines,parts",
                k -> "{\"messages\":[{\"role\":\"user\",\"content\":[" + many(k, block) + "]}]}");
    }

    private static void query(String name, int n, String before, IntFunction<String> values) {
        CASES.add(new Case("query: " + name, n, before, "query", values));
    }

    private static String many(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining(","));
    }

    private static String text(Object text) {
        return "{\"type\":\"text\",\"text\":\"" + text + "\"}";
    }

    private static String lines(int count, IntFunction<String> one) {
        return IntStream.range(0, count).mapToObj(one).collect(Collectors.joining("\n"));
    }

    static {
        String hello = "\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]";
        String base64Source = "{\"type\":\"base64\",\"media_type\":\"image/png\",\"data\":\"" + PIXEL + "\"}";
        String mark = "\"cache_control\":{\"type\":\"ephemeral\"}";
        chat("messages", 20_000, k -> "\"messages\":[" + many(k, i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}") + "]");
        chat("unknown fields", 20_000, k -> hello + "," + many(k, i -> "\"x" + i + "\":1"));
        chat("unknown fields of messages", 20_000, k -> "\"messages\":[" + many(k, i -> "{\"role\":\"user\",\"content\":\"m\",\"x" + i + "\":{\"y\":[1]}}") + "]");
        chat("fields with one hash", 2_000, k -> hello + ",\"metadata\":{" + many(k, GrowthBenchmark::sameHash) + "}");
        chat("fields of metadata", 20_000, k -> hello + ",\"metadata\":{" + many(k, i -> "\"x" + i + "\":\"1\"") + "}");
        chat("stop sequences", 20_000, k -> hello + ",\"stop\":[" + many(k, i -> "\"s" + i + "\"") + "]");
        chat("empty lists", 60_000, k -> hello + ",\"x\":[" + many(k, i -> "[]") + "]");
        chat("empty lists past the bound", 1_000_000, k -> hello + ",\"x\":[" + many(k, i -> "[]") + "]");
        chat("brackets", 10_000, k -> hello + ",\"x\":" + "[".repeat(k) + "]".repeat(k));
        chat("digits of a number", 12_500, k -> hello + ",\"seed\":" + "7".repeat(k));
        chat("digits of a cap", 12_500, k -> hello + ",\"max_completion_tokens\":" + "7".repeat(k));
        chat("digits of a fraction", 12_500, k -> hello + ",\"temperature\":0." + "7".repeat(k));
        content("texts", 20_000, i -> text("t" + i));
        content("pictures", 10_000, i -> "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + PIXEL + "\"}}");
        content("pictures by address", 10_000, i -> "{\"type\":\"image_url\",\"image_url\":{\"url\":\"https://example.com/" + i + ".png\"}}");
        content("sounds", 5_000, i -> "{\"type\":\"input_audio\",\"input_audio\":{\"format\":\"wav\",\"data\":\"" + SOUND + "\"}}");
        content("files by id", 10_000, i -> "{\"type\":\"file\",\"file\":{\"file_id\":\"f" + i + "\"}}");
        content("parts of unknown kinds", 10_000, i -> "{\"type\":\"k" + i + "\",\"text\":\"t\"}");
        content("texts and pictures in turn", 10_000, i -> i % 2 == 0 ? text("t") : "{\"type\":\"image_url\",\"image_url\":{\"url\":\"data:image/png;base64," + PIXEL + "\"}}");
        chat("calls of tools", 10_000, k -> "\"messages\":[{\"role\":\"assistant\",\"tool_calls\":[" + many(k, i -> "{\"id\":\"c" + i + "\",\"type\":\"function\",\"function\":{\"name\":\"f\",\"arguments\":\"{}\"}}") + "]}]");
        chat("answers of tools", 10_000, k -> "\"messages\":[" + many(k, i -> "{\"role\":\"tool\",\"tool_call_id\":\"c" + i + "\",\"content\":\"a\"}") + "]");
        tools("tools", 10_000, k -> many(k, i -> "{\"type\":\"function\",\"function\":{\"name\":\"f" + i + "\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}"));
        tools("tools of one name", 10_000, k -> many(k, i -> "{\"type\":\"function\",\"function\":{\"name\":\"f\",\"parameters\":{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\"}}}}}"));
        tools("tools of unknown kinds", 10_000, k -> many(k, i -> "{\"type\":\"k" + i + "\"}"));
        schema("properties", 20_000, k -> "{\"type\":\"object\",\"properties\":{" + many(k, i -> "\"p" + i + "\":{\"type\":\"string\",\"description\":\"d\"}") + "}}");
        schema("required", 20_000, k -> "{\"type\":\"object\",\"properties\":{" + many(k, i -> "\"p" + i + "\":{\"type\":\"string\"}") + "},\"required\":[" + many(k, i -> "\"p" + i + "\"") + "]}");
        schema("words of an enum", 20_000, k -> "{\"type\":\"object\",\"properties\":{\"a\":{\"type\":\"string\",\"enum\":[" + many(k, i -> "\"w" + i + "\"") + "]}}}");
        schema("kinds in anyOf", 20_000, k -> "{\"type\":\"object\",\"properties\":{\"a\":{\"anyOf\":[" + many(k, i -> "{\"type\":\"string\"}") + "]}}}");
        schema("objects in objects", 100, k -> "{\"type\":\"object\",\"properties\":{\"a\":".repeat(k) + "{\"type\":\"string\"}" + "}}".repeat(k));
        schema("chain of $ref", 5_000, k -> "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + many(k, i -> "\"d" + i + "\":{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}}}") + "}}");
        schema("cycle of $ref", 5_000, k -> "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + many(k, i -> "\"d" + i + "\":{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d" + (i + 1) % k + "\"}}}") + "}}");
        schema("twice as many $ref at each of n levels", 20, k -> "{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d0\"}},\"$defs\":{" + many(k, i -> "\"d" + i + "\":{\"type\":\"object\",\"properties\":{\"a\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"},\"b\":{\"$ref\":\"#/$defs/d" + (i + 1) + "\"}}}") + "}}");
        schema("many $ref to one large definition", 1_000, k -> "{\"type\":\"object\",\"properties\":{" + many(k, i -> "\"p" + i + "\":{\"$ref\":\"#/$defs/d\"}") + "},\"$defs\":{\"d\":{\"type\":\"object\",\"properties\":{" + many(k, i -> "\"q" + i + "\":{\"type\":\"string\"}") + "}}}}");

        blocks("texts", 20_000, i -> text("t" + i));
        blocks("cache marks on texts", 10_000, i -> "{\"type\":\"text\",\"text\":\"t" + i + "\"," + mark + "}");
        blocks("cache marks of both lives", 10_000, i -> "{\"type\":\"text\",\"text\":\"t\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"" + (i % 2 == 0 ? "5m" : "1h") + "\"}}");
        blocks("pictures", 10_000, i -> "{\"type\":\"image\",\"source\":" + base64Source + "}");
        blocks("pictures with cache marks", 10_000, i -> "{\"type\":\"image\",\"source\":" + base64Source + "," + mark + "}");
        blocks("documents", 10_000, i -> "{\"type\":\"document\",\"source\":{\"type\":\"text\",\"media_type\":\"text/plain\",\"data\":\"d\"}}");
        blocks("documents by address", 10_000, i -> "{\"type\":\"document\",\"source\":{\"type\":\"url\",\"url\":\"https://example.com/" + i + "\"}}");
        blocks("results of tools", 10_000, i -> "{\"type\":\"tool_result\",\"tool_use_id\":\"c" + i + "\",\"content\":\"a\"}");
        anthropic("calls of tools", 10_000, k -> "\"messages\":[{\"role\":\"assistant\",\"content\":[" + many(k, i -> "{\"type\":\"tool_use\",\"id\":\"c" + i + "\",\"name\":\"f\",\"input\":{}}") + "]}]");
        anthropic("turns with reasoning", 10_000, k -> "\"messages\":[" + many(k, i -> i % 2 == 0 ? "{\"role\":\"user\",\"content\":\"q\"}" : "{\"role\":\"assistant\",\"content\":[{\"type\":\"thinking\",\"thinking\":\"t\",\"signature\":\"s\"}]}") + "]");
        anthropic("cache marks on system blocks", 10_000, k -> hello + ",\"system\":[" + many(k, i -> "{\"type\":\"text\",\"text\":\"s\"," + mark + "}") + "]");
        anthropic("cache marks on tools", 10_000, k -> hello + ",\"tools\":[" + many(k, i -> "{\"name\":\"f" + i + "\",\"input_schema\":{\"type\":\"object\"}," + mark + "}") + "]");
        anthropic("tools of the vendor", 10_000, k -> hello + ",\"tools\":[" + many(k, i -> "{\"type\":\"web_search_20250305\",\"name\":\"web_search\",\"max_uses\":2}") + "]");

        gemini("texts", 20_000, i -> "{\"text\":\"t" + i + "\"}");
        gemini("pictures", 10_000, i -> "{\"inlineData\":{\"mimeType\":\"image/png\",\"data\":\"" + PIXEL + "\"}}");
        gemini("sounds", 5_000, i -> "{\"inlineData\":{\"mimeType\":\"audio/wav\",\"data\":\"" + SOUND + "\"}}");
        gemini("files", 10_000, i -> "{\"fileData\":{\"mimeType\":\"video/mp4\",\"fileUri\":\"gs://a/" + i + "\"}}");
        gemini("calls of functions", 10_000, i -> "{\"functionCall\":{\"name\":\"f\",\"args\":{\"a\":" + i + "}}}");
        gemini("answers of functions", 10_000, i -> "{\"functionResponse\":{\"name\":\"f\",\"response\":{\"a\":" + i + "}}}");
        responses("messages", 10_000, i -> "{\"role\":\"user\",\"content\":\"m" + i + "\"}");
        responses("pictures", 10_000, i -> "{\"role\":\"user\",\"content\":[{\"type\":\"input_image\",\"image_url\":\"data:image/png;base64," + PIXEL + "\"}]}");
        responses("calls and their answers", 10_000, i -> i % 2 == 0 ? "{\"type\":\"function_call\",\"call_id\":\"c" + i + "\",\"name\":\"f\",\"arguments\":\"{}\"}" : "{\"type\":\"function_call_output\",\"call_id\":\"c" + (i - 1) + "\",\"output\":\"o\"}");
        responses("reasoning", 10_000, i -> "{\"type\":\"reasoning\",\"id\":\"r" + i + "\",\"summary\":[{\"type\":\"summary_text\",\"text\":\"s\"}]}");
        bedrock("texts", 10_000, i -> "{\"text\":\"t" + i + "\"}");
        bedrock("cache points", 10_000, i -> i % 2 == 0 ? "{\"text\":\"t\"}" : "{\"cachePoint\":{\"type\":\"default\"}}");
        bedrock("pictures", 10_000, i -> "{\"image\":{\"format\":\"png\",\"source\":{\"bytes\":\"" + PIXEL + "\"}}}");
        body("dashscope: cache marks", 10_000, "/v1/estimates?models=qwen3-max&include=lines,parts", k -> "{\"model\":\"qwen3-max\",\"input\":{\"messages\":[{\"role\":\"user\",\"content\":[" + many(k, i -> "{\"text\":\"t\",\"cache_control\":{\"type\":\"ephemeral\"}}") + "]}]}}");
        body("cohere: documents", 10_000, "/v1/estimates?models=cohere/command-a-03-2025&dialect=cohere&include=lines,parts", k -> "{\"model\":\"command-a-03-2025\"," + hello + ",\"documents\":[" + many(k, i -> "{\"data\":{\"text\":\"d" + i + "\"}}") + "]}");
        body("embeddings: inputs", 10_000, "/v1/estimates?models=text-embedding-3-small", k -> "{\"model\":\"text-embedding-3-small\",\"input\":[" + many(k, i -> "\"t" + i + "\"") + "]}");

        body("bill: price cards", 2_000, "/v1/bills", k -> "{\"rates\":[" + many(k, i -> "{\"unit\":\"USD / 1M tokens\",\"input\":\"2.5\",\"from\":\"" + (1000 + i / 365) + "-01-01\"}") + "],\"usage\":{\"input_tokens\":1000}}");
        body("bill: price tiers", 2_000, "/v1/bills", k -> "{\"rates\":[{\"unit\":\"USD / 1M tokens\",\"input\":\"2.5\",\"tiers\":[" + many(k, i -> "{\"above\":" + (1000 + i) + ",\"input\":\"" + (3 + i) + "\"}") + "]}],\"usage\":{\"input_tokens\":1000}}");
        body("bill: hours", 250, "/v1/bills?on=2026-01-01T00:00:00Z", k -> "{\"rates\":[{\"unit\":\"USD / 1M tokens\",\"input\":\"2.5\",\"windows\":[" + many(k, i -> "{\"from\":\"" + clock(i) + "\",\"to\":\"" + clock(i + 1) + "\",\"zone\":\"UTC\",\"input\":\"1\"}") + "]}],\"usage\":{\"input_tokens\":1000}}");
        body("bill: digits of a price", 12_500, "/v1/bills", k -> "{\"rates\":[{\"unit\":\"USD / 1M tokens\",\"input\":\"" + "7".repeat(k) + "\"}],\"usage\":{\"input_tokens\":1000}}");
        body("bill: keys of a usage", 10_000, "/v1/bills", k -> "{\"model\":\"gpt-4o\",\"usage\":{" + many(k, i -> "\"x" + i + "\":1") + "}}");
        body("budget: workloads", 50, "/v1/budgets", k -> "{\"workloads\":[" + many(k, i -> "{\"name\":\"w" + i + "\",\"models\":\"gpt-4o\",\"requests\":\"10/day\",\"input\":100,\"output\":10}") + "]}");
        body("budget: models of a workload", 250, "/v1/budgets", k -> "{\"workloads\":[{\"name\":\"w\",\"models\":\"" + many(k, i -> "gpt-4o") + "\",\"requests\":\"10/day\",\"input\":100,\"output\":10}]}");
        CASES.add(new Case("batch: lines", 2_000, "/v1/batches?models=gpt-4o", "application/jsonl", k -> lines(k, i -> "{\"custom_id\":\"" + i + "\",\"body\":{" + hello + "}}")));
        CASES.add(new Case("batch: bad lines", 2_000, "/v1/batches?models=gpt-4o", "application/jsonl", k -> lines(k, i -> "{\"custom_id\":")));
        CASES.add(new Case("batch: unknown models", 500, "/v1/batches", "application/jsonl", k -> lines(k, i -> "{\"custom_id\":\"" + i + "\",\"body\":{\"model\":\"mystery-" + i + "\"," + hello + "}}")));
        CASES.add(new Case("log: lines", 5_000, "/v1/bills", "application/jsonl", k -> lines(k, i -> "{\"model\":\"gpt-4o\",\"usage\":{\"prompt_tokens\":" + i + ",\"completion_tokens\":2}}")));
        CASES.add(new Case("log: models", 500, "/v1/bills", "application/jsonl", k -> lines(k, i -> "{\"model\":\"mystery-" + i + "\",\"usage\":{\"prompt_tokens\":5,\"completion_tokens\":2}}")));
        CASES.add(new Case("calibration: lines", 2_000, "/v1/calibrations", "application/jsonl", k -> lines(k, i -> "{\"request\":{\"model\":\"gpt-4o\"," + hello + "},\"usage\":{\"prompt_tokens\":" + (8 + i % 3) + ",\"completion_tokens\":2}}")));
        body("import: rows", 2_500, "/v1/catalogue/preview?format=litellm", k -> "{" + many(k, i -> "\"acme/m" + i + "\":{\"litellm_provider\":\"acme\",\"mode\":\"chat\",\"max_input_tokens\":1000,\"max_output_tokens\":100,\"input_cost_per_token\":1e-6,\"output_cost_per_token\":2e-6}") + "}");
        CASES.add(new Case("tokens: characters with ids", 100_000, "/v1/tokens?vocabulary=o200k_base&include=ids", "text/plain", k -> "word ".repeat(k / 5)));

        query("known models", 1_000, "/v1/estimates?input=100&models=", k -> many(k, i -> i % 2 == 0 ? "gpt-4o" : "GPT-4o " + " ".repeat(i % 7)));
        query("unknown models", 1_000, "/v1/estimates?input=100&models=gpt-4o,", k -> many(k, i -> "mystery-" + i));
        query("empty names", 10_000, "/v1/estimates?input=100&models=gpt-4o,", k -> ",".repeat(k));
        query("pictures", 1_000, "/v1/estimates?input=100&models=gpt-4o", k -> "&image=640x480".repeat(k));
        query("unknown parameters", 2_000, "/v1/estimates?input=100&models=gpt-4o", k -> IntStream.range(0, k).mapToObj(i -> "&x" + i + "=1").collect(Collectors.joining()));
        query("parameters twice", 2_000, "/v1/estimates?input=100&models=gpt-4o", k -> "&output=5".repeat(k));
        query("words of a search", 5_000, "/v1/estimates?input=100&models=*&list=all&page_size=10&search=", k -> "a+".repeat(k));
        query("different words of a search", 2_000, "/v1/estimates?input=100&models=*&list=all&page_size=10&search=",
                k -> IntStream.range(0, k).mapToObj(i -> Integer.toString(i, 36)).collect(Collectors.joining("+")));
        body("names to resolve", 250, "/v1/models/resolve", k -> "{\"name\":[" + many(k, i -> "\"mystery-" + i + "\"") + "]}");
        query("letters of a name", 10_000, "/v1/models/resolve?name=", k -> "a".repeat(k));
        query("seasons", 2_000, "/v1/budgets?models=gpt-4o&requests=1/day&input=9&seasons=", k -> many(k, i -> (i % 12 + 1) + ":1.5"));
    }

    public static void main(String[] arguments) throws Exception {
        long pid = Long.parseLong(arguments[0]);
        URI service = URI.create(arguments.length > 1 ? arguments[1] : "http://localhost:8080");
        String words = arguments.length > 2 ? arguments[2] : "";
        boolean good = true;
        System.out.println("| what | n | status | n: processor, ms | 4n: processor, ms | ratio | 4n: answer, KB | service, MB |");
        System.out.println("|---|---|---|---|---|---|---|---|");
        for (Case one : CASES) {
            if (!one.name.contains(words)) {
                continue;
            }
            send(service, one, one.n);
            Sent few = best(pid, service, one, one.n);
            Sent many = best(pid, service, one, 4 * one.n);
            double ratio = many.millis / Math.max(few.millis, 1);
            String again = "";
            boolean steep = false;
            if (ratio > 6 && many.millis >= 100) {
                Sent most = best(pid, service, one, 16 * one.n);
                steep = most.status == many.status && most.millis / many.millis > 6;
                again = String.format(", then %s", most.status == many.status
                        ? String.format("%.1f", most.millis / many.millis)
                        : "" + most.status);
            }
            good &= !steep;
            System.out.printf("| %s | %,d | %s | %.0f | %.0f | %.1f%s%s | %d | %d |%n", one.name, one.n,
                    few.status == many.status ? "" + few.status : few.status + ", " + many.status, few.millis, many.millis,
                    ratio, again, steep ? " **steep**" : "", many.bytes / 1024, memory(pid));
        }
        System.exit(good ? 0 : 1);
    }

    /** @param millis of the processor */
    private record Sent(int status, double millis, long bytes) {}

    /** The cheapest of some rounds: what a collection of garbage or a compiler took besides isn't the request's. */
    private static Sent best(long pid, URI service, Case one, int n) throws Exception {
        Sent best = null;
        for (int i = 0; i < ROUNDS; i++) {
            long before = processor(pid);
            HttpResponse<byte[]> answer = send(service, one, n);
            double millis = 10.0 * (processor(pid) - before);
            if (best == null || millis < best.millis) {
                best = new Sent(answer == null ? 0 : answer.statusCode(), millis, answer == null ? 0 : answer.body().length);
            }
        }
        return best;
    }

    private static HttpResponse<byte[]> send(URI service, Case one, int n) throws InterruptedException {
        String content = one.body.apply(n);
        boolean query = one.type.equals("query");
        String path = query ? one.path + encoded(content) : one.path;
        HttpRequest.Builder request = HttpRequest.newBuilder(service.resolve(path)).timeout(Duration.ofSeconds(120));
        if (!query) {
            request.header("Content-Type", one.type).POST(HttpRequest.BodyPublishers.ofString(content));
        } else if (path.startsWith("/v1/estimates") || path.startsWith("/v1/budgets")) {
            request.POST(HttpRequest.BodyPublishers.noBody());
        }
        try {
            return CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            return null;
        }
    }

    private static String encoded(String values) {
        return URLEncoder.encode(values, StandardCharsets.UTF_8).replace("%2C", ",").replace("%26", "&")
                .replace("%3D", "=").replace("%2B", "+").replace("%3A", ":");
    }

    /** Hundredths of a second that the process has used. */
    private static long processor(long pid) throws IOException {
        String stat = java.nio.file.Files.readString(java.nio.file.Path.of("/proc/" + pid + "/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
    }

    private static long memory(long pid) throws IOException {
        return java.nio.file.Files.readAllLines(java.nio.file.Path.of("/proc/" + pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static String clock(int minutes) {
        return String.format("%02d:%02d", minutes / 60 % 24, minutes % 60);
    }

    /** A name of 13 letters; all such names have one hash in Java. */
    private static String sameHash(int number) {
        StringBuilder name = new StringBuilder("\"");
        for (int bit = 0; bit < 13; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.append("\":\"1\"").toString();
    }

    /** A hundredth of a second of silence. */
    private static byte[] wave() {
        byte[] wave = new byte[44 + 160];
        byte[] head = ("RIFF\u00c4\0\0\0WAVEfmt \u0010\0\0\0\u0001\0\u0001\0\u0040\u001f\0\0\u0080\u003e\0\0\u0002\0\u0010\0data\u00a0\0\0\0")
                .getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(head, 0, wave, 0, head.length);
        return wave;
    }
}
