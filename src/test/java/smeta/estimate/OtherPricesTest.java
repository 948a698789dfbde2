package smeta.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;

/** Fields that make a request cost something else than the model's price list says. */
class OtherPricesTest {
    private static Estimate estimate(String model, Dialect dialect, String body) {
        return Given.estimate(
                model,
                PromptReader.read(
                        Body.json(body.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                        dialect,
                        UnknownParts.FAIL),
                Given.now());
    }

    private static void open(Estimate estimate, String code) {
        assertThat(estimate.input().bounded()).isFalse();
        assertThat(Given.codes(estimate)).contains(code);
    }

    private static void closed(Estimate estimate) {
        assertThat(estimate.input().bounded()).isTrue();
        assertThat(Given.codes(estimate)).doesNotContain("other_price", "fallback_model");
    }

    /** aws.amazon.com/bedrock/pricing: latency-optimized rates of their own; guardrails by 1,000 text units. */
    @Test
    void amazons_lower_latency_and_guardrails_have_prices_of_their_own() {
        String body = "{'inferenceConfig':{'maxTokens':9},%s'messages':[{'role':'user','content':[{'text':'Hi'}]}]}";
        String nova = "bedrock/amazon.nova-lite-v1:0";
        closed(estimate(nova, Dialect.BEDROCK, body.formatted("")));
        closed(estimate(nova, Dialect.BEDROCK, body.formatted("'performanceConfig':{'latency':'standard'},")));
        closed(estimate(nova, Dialect.BEDROCK, body.formatted("'performanceConfig':{},")));
        open(
                estimate(nova, Dialect.BEDROCK, body.formatted("'performanceConfig':{'latency':'optimized'},")),
                "other_price");
        open(
                estimate(
                        nova,
                        Dialect.BEDROCK,
                        body.formatted("'guardrailConfig':{'guardrailIdentifier':'g','guardrailVersion':'1'},")),
                "other_price");
    }

    /** Vertex AI, GenerationConfig: routingConfig and modelSelectionConfig. */
    @Test
    void google_may_be_let_choose_the_model() {
        String body = "{'model':'gemini-2.5-flash','contents':[{'parts':[{'text':'Hi'}]}],'generationConfig':{%s}}";
        String flash = "google/gemini-2.5-flash";
        closed(estimate(flash, Dialect.GEMINI, body.formatted("")));
        closed(estimate(
                flash,
                Dialect.GEMINI,
                body.formatted("'routingConfig':{'manualMode':{'modelName':'gemini-2.5-flash'}}")));
        open(
                estimate(
                        flash,
                        Dialect.GEMINI,
                        body.formatted("'routingConfig':{'manualMode':{'modelName':'gemini-2.5-pro'}}")),
                "fallback_model");
        open(
                estimate(
                        flash,
                        Dialect.GEMINI,
                        body.formatted("'routingConfig':{'autoMode':{'modelRoutingPreference':'BALANCED'}}")),
                "fallback_model");
        open(
                estimate(
                        flash,
                        Dialect.GEMINI,
                        body.formatted("'model_selection_config':{'feature_selection_preference':'BALANCED'}")),
                "fallback_model");
    }

    private static Estimate routed(String provider) {
        return estimate(
                "gpt-4o",
                Dialect.OPENAI_CHAT,
                "{'max_tokens':9,'provider':" + provider + ",'messages':[{'role':'user','content':'Hi'}]}");
    }

    /** openrouter.ai/docs/features/provider-routing: every provider has its price; the price may decide, or others. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'order':['anthropic','openai']}",
                "{'only':['azure']}",
                "{'ignore':['deepinfra']}",
                "{'sort':'throughput'}",
                "{'sort':{'by':'latency'}}",
                "{'zdr':true}",
                "{'data_collection':'deny'}",
                "{'quantizations':['fp8']}",
                "{'require_parameters':true}",
                "'openai'"
            })
    void a_provider_that_is_chosen_by_more_than_its_price_has_a_price_of_its_own(String provider) {
        open(routed(provider), "other_price");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "null",
                "{'sort':'price'}",
                "{'max_price':{'prompt':1}}",
                "{'allow_fallbacks':false}",
                "{'order':[],'zdr':false,'data_collection':'allow'}"
            })
    void a_provider_that_is_chosen_by_its_price_opens_nothing(String provider) {
        closed(routed(provider));
    }
}
