package smeta.estimate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.RateCard;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.Task;
import smeta.prompt.UnknownParts;

/** Requests of every dialect, for every model of the main list that can answer them and whose cost has a bound. */
final class BoundedRequests {
    /** @param asked what the reply is to be; empty where the body doesn't say */
    record Case(Dialect dialect, String body, List<Modality> asked, int searches) {
        @Override
        public String toString() {
            return dialect.wireName() + " " + body.substring(0, Math.min(90, body.length()));
        }
    }

    /**
     * @param replies  the meters that the reply may run on, by what the model gives and the request asks for
     * @param searches the most of them that the request can cause
     */
    record Bounded(Model model, RateCard card, Estimate estimate, List<Meter> replies, int searches) {
        /** A prompt within its bounds, each part on one of the meters that it may run on. */
        Usage prompt(SplittableRandom random) {
            Usage usage = card.rates().resolve(Meter.REQUESTS).isPresent() ? Usage.of(Meter.REQUESTS, 1) : Usage.NONE;
            for (Item item : estimate.items()) {
                if (isPrompt(item.meter())) {
                    List<Meter> meters = new ArrayList<>(item.otherMeters());
                    meters.add(item.meter());
                    usage = usage.plus(meters.get(random.nextInt(meters.size())), within(item.count(), random));
                }
            }
            return usage;
        }

        /** Of a request that is no conversation, whose reply is of a kind and length that it says itself. */
        Usage reply(SplittableRandom random) {
            Usage usage = Usage.NONE;
            for (Item item : estimate.items()) {
                if (!isPrompt(item.meter()) && item.meter() != Meter.REQUESTS) {
                    usage = usage.plus(item.meter(), within(item.count(), random));
                }
            }
            return usage;
        }
    }

    private BoundedRequests() {}

    static Stream<Case> cases() {
        String turn = "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me about foxes\"}]";
        String search = "\"tools\":[{\"type\":\"web_search\"}],\"tool_choice\":\"required\",\"max_tool_calls\":3";
        String picture = Media.filled("\"image_url\":{\"url\":\"data:image/png;base64,⟨png 1000x1000⟩\"}");
        String tool =
                "\"tools\":[{\"type\":\"function\",\"function\":{\"name\":\"find\",\"description\":\"Finds a fox\","
                        + "\"parameters\":{\"type\":\"object\",\"properties\":{\"where\":{\"type\":\"string\"}}}}}]";
        String marked = "\"system\":[{\"type\":\"text\",\"text\":\"" + "A word of a long rule. ".repeat(1_500)
                + "\",\"cache_control\":{\"type\":\"ephemeral\",\"ttl\":\"%s\"}}]";
        return Stream.of(
                text(Dialect.OPENAI_CHAT, "{\"max_tokens\":900," + turn + "}"),
                text(Dialect.OPENAI_CHAT, "{\"max_tokens\":900," + tool + "," + turn + "}"),
                text(
                        Dialect.OPENAI_CHAT,
                        "{\"max_tokens\":900,\"messages\":[{\"role\":\"user\",\"content\":["
                                + "{\"type\":\"image_url\"," + picture
                                + "},{\"type\":\"text\",\"text\":\"What is it?\"}]}]}"),
                text(
                        Dialect.OPENAI_CHAT,
                        "{\"max_tokens\":90,\"messages\":[{\"role\":\"user\",\"content\":\""
                                + "A word of a long prompt. ".repeat(1_500) + "\"}]}"),
                new Case(
                        Dialect.OPENAI_CHAT,
                        "{\"n\":3,\"max_tokens\":900,\"modalities\":[\"text\",\"audio\"]," + turn + "}",
                        List.of(Modality.TEXT, Modality.AUDIO),
                        0),
                new Case(
                        Dialect.OPENAI_CHAT,
                        "{\"modalities\":[\"image\",\"text\"]," + turn + "}",
                        List.of(Modality.TEXT, Modality.IMAGE),
                        0),
                new Case(
                        Dialect.OPENAI_RESPONSES,
                        "{\"max_output_tokens\":900,\"input\":\"Who won?\"," + search + "}",
                        List.of(),
                        3),
                text(Dialect.OPENAI_RESPONSES, "{\"max_output_tokens\":900,\"input\":\"Who won?\"}"),
                text(Dialect.ANTHROPIC, "{\"max_tokens\":900," + turn + "}"),
                text(Dialect.ANTHROPIC, "{\"max_tokens\":900," + marked.formatted("5m") + "," + turn + "}"),
                text(Dialect.ANTHROPIC, "{\"max_tokens\":900," + marked.formatted("1h") + "," + turn + "}"),
                new Case(
                        Dialect.ANTHROPIC,
                        "{\"max_tokens\":900," + turn + ",\"tools\":[{\"type\":\"web_search_20250305\","
                                + "\"name\":\"web_search\",\"max_uses\":4}]}",
                        List.of(),
                        4),
                new Case(
                        Dialect.GEMINI,
                        "{\"contents\":\"A fox\",\"generationConfig\":{\"candidateCount\":2,"
                                + "\"responseModalities\":[\"IMAGE\"]}}",
                        List.of(Modality.IMAGE),
                        0),
                new Case(
                        Dialect.GEMINI,
                        "{\"contents\":\"A fox\",\"generationConfig\":{\"maxOutputTokens\":5000,"
                                + "\"speechConfig\":{}}}",
                        List.of(Modality.AUDIO),
                        0),
                text(Dialect.GEMINI, "{\"contents\":\"A fox\"}"),
                new Case(
                        Dialect.COMPLETIONS,
                        "{\"prompt\":[\"A\",\"B\"],\"max_tokens\":70,\"best_of\":4}",
                        List.of(Modality.TEXT),
                        0),
                text(
                        Dialect.BEDROCK,
                        "{\"inferenceConfig\":{\"maxTokens\":900},\"messages\":[{\"role\":\"user\","
                                + "\"content\":[{\"text\":\"A fox\"}]}]}"),
                text(Dialect.COHERE, "{\"message\":\"A fox\",\"max_tokens\":900}"),
                text(Dialect.GIGACHAT, "{\"max_tokens\":900," + turn + "}"),
                text(Dialect.OLLAMA, "{\"options\":{\"num_predict\":900}," + turn + "}"),
                text(
                        Dialect.YANDEX,
                        "{\"completionOptions\":{\"maxTokens\":\"900\"},\"messages\":[{\"role\":\"user\","
                                + "\"text\":\"A fox\"}]}"),
                new Case(
                        Dialect.DASHSCOPE,
                        "{\"input\":{\"prompt\":\"Hi\"},\"parameters\":{\"modalities\":[\"text\",\"audio\"]}}",
                        List.of(Modality.TEXT, Modality.AUDIO),
                        0),
                text(Dialect.EMBEDDINGS, "{\"input\":[\"A fox\",\"Two foxes\"]}"),
                text(Dialect.RERANK, "{\"query\":\"A fox\",\"documents\":[\"One\",\"Another\"]}"),
                text(Dialect.MODERATIONS, "{\"input\":\"A fox\"}"),
                text(Dialect.SPEECH, "{\"input\":\"A fox\",\"voice\":\"alloy\"}"),
                text(Dialect.TRANSCRIPTION, Media.filled("{\"file\":\"data:audio/wav;base64,⟨wav 3⟩\"}")),
                text(Dialect.IMAGES, "{\"prompt\":\"A fox\",\"n\":2,\"size\":\"1024x1024\"}"),
                text(Dialect.VIDEOS, "{\"prompt\":\"A fox\",\"seconds\":\"8\"}"));
    }

    private static Case text(Dialect dialect, String body) {
        return new Case(dialect, body, List.of(), 0);
    }

    static List<Bounded> of(Case given) {
        Request request = new Request(
                PromptReader.read(
                        Body.json(given.body.getBytes(StandardCharsets.UTF_8)), given.dialect, UnknownParts.FAIL),
                Given.now(),
                Given.TOKENIZERS);
        List<Bounded> bounded = new ArrayList<>();
        for (Model model : Given.SHIPPED.models()) {
            Estimate estimate =
                    new Estimator(Given.EXCHANGE).with(Given.SHIPPED::find).estimate(request, model, model.id());
            RateCard card = model.card(Given.NOW, null, null).orElse(null);
            if (card != null
                    && estimate.cost() != null
                    && estimate.cost().bill().isComplete()
                    && estimate.output().bounded()) {
                bounded.add(new Bounded(
                        model, card, estimate, replies(model, given, card), searches(model, given, estimate)));
            }
        }
        return bounded;
    }

    /** Whether the reply is as long as the model makes it, and not of a length that the request says. */
    static boolean isConversation(Case given) {
        return given.dialect.task() == Task.CHAT || given.dialect.task() == Task.COMPLETION;
    }

    private static boolean isPrompt(Meter meter) {
        return switch (meter.matter()) {
            case TEXT_IN, IMAGE_IN, AUDIO_IN, VIDEO_IN, DOCUMENT_IN, TOOL_IN, CACHED_IN, CACHE_WRITE -> true;
            default -> false;
        };
    }

    private static long within(Count count, SplittableRandom random) {
        return random.nextInt(4) == 0 ? count.high() : random.nextLong(count.low(), count.high() + 1);
    }

    private static List<Meter> replies(Model model, Case given, RateCard card) {
        List<Meter> meters = new ArrayList<>();
        boolean all = given.asked.isEmpty() && model.givesUnasked() == null;
        for (Modality medium : model.gives()) {
            boolean may = all
                    || medium == Modality.TEXT
                    || given.asked.contains(medium)
                    || given.asked.isEmpty() && model.givesUnasked().contains(medium);
            Meter meter = switch (medium) {
                case TEXT -> Meter.OUTPUT_TOKENS;
                case AUDIO -> Meter.AUDIO_OUTPUT_TOKENS;
                case IMAGE -> Meter.IMAGE_OUTPUT_TOKENS;
                default -> null;
            };
            if (may && meter != null && card.rates().resolve(meter).isPresent()) {
                meters.add(meter);
            }
        }
        if (Boolean.TRUE.equals(model.reasons())
                && card.rates().resolve(Meter.REASONING_TOKENS).isPresent()) {
            meters.add(Meter.REASONING_TOKENS);
        }
        return meters;
    }

    /** No more than the body allows, or one request makes at all; none where they cost nothing by themselves. */
    private static int searches(Model model, Case given, Estimate estimate) {
        Long most = model.searches() == null ? null : model.searches().most();
        boolean priced = estimate.items().stream().anyMatch(i -> i.meter() == Meter.WEB_SEARCHES);
        return !priced ? 0 : most == null ? given.searches : (int) Math.min(most, given.searches);
    }
}
