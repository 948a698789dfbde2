package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Rates;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/**
 * Whatever usage a request can cause, on any meter that it asks for, its bill is at most the upper bound: for every model
 * of the main list and a request of every dialect that says what the reply is to be.
 */
class ReplyBoundsPropertyTest {
    private static final int USAGES = 40;

    record Case(Dialect dialect, String body, List<Modality> asked, int searches) {}

    static Stream<Case> cases() {
        String turn = "\"messages\":[{\"role\":\"user\",\"content\":\"Tell me about foxes\"}]";
        String search = "\"tools\":[{\"type\":\"web_search\"}],\"tool_choice\":\"required\",\"max_tool_calls\":3";
        return Stream.of(
                new Case(Dialect.OPENAI_CHAT, "{\"max_tokens\":900," + turn + "}", List.of(), 0),
                new Case(Dialect.OPENAI_CHAT, "{\"n\":3,\"max_tokens\":900,\"modalities\":[\"text\",\"audio\"]," + turn + "}",
                        List.of(Modality.TEXT, Modality.AUDIO), 0),
                new Case(Dialect.OPENAI_CHAT, "{\"modalities\":[\"image\",\"text\"]," + turn + "}",
                        List.of(Modality.TEXT, Modality.IMAGE), 0),
                new Case(Dialect.OPENAI_RESPONSES, "{\"max_output_tokens\":900,\"input\":\"Who won?\"," + search + "}",
                        List.of(), 3),
                new Case(Dialect.ANTHROPIC, "{\"max_tokens\":900," + turn + "}", List.of(), 0),
                new Case(Dialect.GEMINI, "{\"contents\":\"A fox\",\"generationConfig\":{\"candidateCount\":2,"
                        + "\"responseModalities\":[\"IMAGE\"]}}", List.of(Modality.IMAGE), 0),
                new Case(Dialect.GEMINI, "{\"contents\":\"A fox\",\"generationConfig\":{\"maxOutputTokens\":5000,"
                        + "\"speechConfig\":{}}}", List.of(Modality.AUDIO), 0),
                new Case(Dialect.GEMINI, "{\"contents\":\"A fox\"}", List.of(), 0),
                new Case(Dialect.COMPLETIONS, "{\"prompt\":[\"A\",\"B\"],\"max_tokens\":70,\"best_of\":4}", List.of(Modality.TEXT), 0),
                new Case(Dialect.BEDROCK, "{\"inferenceConfig\":{\"maxTokens\":900},\"messages\":[{\"role\":\"user\","
                        + "\"content\":[{\"text\":\"A fox\"}]}]}", List.of(), 0),
                new Case(Dialect.COHERE, "{\"message\":\"A fox\",\"max_tokens\":900}", List.of(), 0),
                new Case(Dialect.GIGACHAT, "{\"max_tokens\":900," + turn + "}", List.of(), 0),
                new Case(Dialect.OLLAMA, "{\"options\":{\"num_predict\":900}," + turn + "}", List.of(), 0),
                new Case(Dialect.YANDEX, "{\"completionOptions\":{\"maxTokens\":\"900\"},\"messages\":[{\"role\":\"user\","
                        + "\"text\":\"A fox\"}]}", List.of(), 0),
                new Case(Dialect.DASHSCOPE, "{\"input\":{\"prompt\":\"Hi\"},\"parameters\":{\"modalities\":[\"text\",\"audio\"]}}",
                        List.of(Modality.TEXT, Modality.AUDIO), 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_bill_of_any_usage_is_at_most_the_upper_bound(Case given) {
        Prompt prompt = PromptReader.read(
                Body.json(given.body.getBytes(StandardCharsets.UTF_8)), given.dialect, UnknownParts.FAIL);
        SplittableRandom random = new SplittableRandom(20261128);
        int compared = 0;
        for (Model model : Given.SHIPPED.models()) {
            Estimate estimate = new Estimator(Given.EXCHANGE).estimate(
                    new Request(prompt, Given.now(), Given.TOKENIZERS), model, model.id());
            RateCard card = model.card(Given.NOW, null, null).orElse(null);
            if (card == null || estimate.cost() == null || !estimate.cost().bill().isComplete()
                    || !estimate.output().bounded()) {
                continue;
            }
            List<Meter> meters = meters(model, given, card);
            for (int i = 0; i < USAGES && !meters.isEmpty(); i++) {
                Usage usage = usage(random, estimate, meters, searches(model, given));
                Bill bill = Biller.bill(card, usage, new smeta.price.Terms(ServiceTier.STANDARD, Given.NOW, null, null));
                assertThat(bill.likely()).as(model.qualifiedId() + " " + usage)
                        .isLessThanOrEqualTo(estimate.cost().bill().high());
                compared++;
            }
        }
        assertThat(compared).isPositive();
    }

    /** Of what the model may write, by its own modalities and what the request asks for. */
    static List<Meter> meters(Model model, Case given, RateCard card) {
        List<Meter> meters = new ArrayList<>();
        boolean all = given.asked.isEmpty() && model.givesUnasked() == null;
        for (Modality medium : model.gives()) {
            boolean may = all || medium == Modality.TEXT || given.asked.contains(medium)
                    || given.asked.isEmpty() && model.givesUnasked().contains(medium);
            Meter meter = switch (medium) {
                case TEXT -> Meter.OUTPUT_TOKENS;
                case AUDIO -> Meter.AUDIO_OUTPUT_TOKENS;
                case IMAGE -> Meter.IMAGE_OUTPUT_TOKENS;
                default -> null;
            };
            if (may && meter != null && prices(card.rates(), meter)) {
                meters.add(meter);
            }
        }
        if (Boolean.TRUE.equals(model.reasons()) && prices(card.rates(), Meter.REASONING_TOKENS)) {
            meters.add(Meter.REASONING_TOKENS);
        }
        return meters;
    }

    /** No more than the body allows, or one request makes at all. */
    static int searches(Model model, Case given) {
        Long most = model.searches() == null ? null : model.searches().most();
        return most == null ? given.searches : (int) Math.min(most, given.searches);
    }

    private static boolean prices(Rates rates, Meter meter) {
        return rates.resolve(meter).isPresent();
    }

    private static Usage usage(SplittableRandom random, Estimate estimate, List<Meter> meters, int searches) {
        long left = random.nextInt(4) == 0
                ? estimate.output().tokens().high() : random.nextLong(estimate.output().tokens().high() + 1);
        Usage usage = Usage.of(Meter.INPUT_TOKENS,
                random.nextLong(estimate.input().tokens().low(), estimate.input().tokens().high() + 1));
        for (Meter meter : meters) {
            long part = meter == meters.get(meters.size() - 1) || random.nextInt(3) == 0 ? left : random.nextLong(left + 1);
            usage = usage.plus(meter, part);
            left -= part;
        }
        boolean priced = estimate.items().stream().anyMatch(i -> i.meter() == Meter.WEB_SEARCHES);
        return searches > 0 && priced ? usage.plus(Meter.WEB_SEARCHES, random.nextLong(searches + 1)) : usage;
    }
}
