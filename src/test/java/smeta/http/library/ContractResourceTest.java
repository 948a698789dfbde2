package smeta.http.library;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The example of docs/contract.yaml is laid over the catalogue, and its file changes while the service runs. */
@QuarkusTest
@TestProfile(ContractResourceTest.Profile.class)
@QuarkusTestResource(value = ContractResourceTest.Place.class, restrictToAnnotatedClass = true)
class ContractResourceTest {
    private static final String BODY = """
            {"model": "chat-prod", "max_completion_tokens": 1000, "messages": [{"role": "user", "content": "Hello"}]}
            """;

    @Inject
    Library library;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.catalogue.reload", "1h");
        }
    }

    public static class Place implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                Path file = Files.createTempDirectory("smeta-contract").resolve("contract.yaml");
                Files.writeString(file, example());
                return Map.of("smeta.contracts", file.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }

    private static String example() throws IOException {
        return Files.readString(Path.of("docs/contract.yaml"));
    }

    private void put(String text) throws IOException {
        Files.writeString(Path.of(ConfigProvider.getConfig().getValue("smeta.contracts", String.class)), text);
        library.reload();
    }

    @BeforeEach
    void asItWas() throws IOException {
        put(example());
    }

    private static ValidatableResponse bill(String model) {
        return given().contentType("application/json")
                .body("{\"model\":\"" + model + "\",\"usage\":{\"input_tokens\":1000000,\"output_tokens\":100000}}")
                .post("/v1/bills?on=2026-11-22T12:00:00Z")
                .then()
                .statusCode(200);
    }

    @Test
    void a_bill_has_its_list_prices_the_discount_as_a_line_and_the_total_after_it() {
        // 1 × 2.50 + 0.1 × 10 = 3.50; 12 % of it is 0.42
        bill("chat-prod")
                .body("model", is("openai/gpt-4o-2024-11-20"))
                .body("lines.amount.amount", contains("2.50", "1.00", "-0.42"))
                .body("lines[2].item", is("discount: frame agreement 2026"))
                .body("lines[2].meter", is("discount_percent"))
                .body("lines[2].quantity", is(12))
                .body("discounts[0].list_price.amount", is("3.50"))
                .body("discounts[0].amount.amount", is("0.42"))
                .body("total.amount", is("3.08"))
                .body("notes.code", hasItem("discount"));
    }

    @Test
    void own_rates_are_the_price_and_the_contract_their_source() {
        // 1 × 0.12 + 0.1 × 0.48
        bill("summaries")
                .body("total.amount", is("0.168"))
                .body("discounts", nullValue())
                .body("price_source.title", is("Acme's agreements"))
                .body("price_source.as_of", is("2026-11-01"));
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/estimates?models=summaries")
                .then()
                .body("estimates[0].notes.code", hasItem("contract_rates"));
    }

    @Test
    void an_estimate_says_that_its_name_is_the_contracts_and_reduces_every_bound() {
        // 8 tokens in (openai-chat frames "Hello" as 3 + 1 + 1 + 3) × 2.5, at most 1,000 out × 10, less 12 %
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/estimates?include=lines&on=2026-11-22T12:00:00Z&scale=9&output=100")
                .then()
                .statusCode(200)
                .body("estimates[0].asked", is("chat-prod"))
                .body("estimates[0].resolved.by", contains("contract"))
                .body("estimates[0].cost.low", is("0.0000176"))
                .body("estimates[0].cost.likely", is("0.0008976"))
                .body("estimates[0].cost.high", is("0.0088176"))
                .body("estimates[0].cost.discounts[0].percent", is("12"))
                .body("estimates[0].lines.item", hasItem("discount: frame agreement 2026"));
    }

    @Test
    void a_check_holds_and_limits_what_is_paid() {
        // the list price of the upper bound is 0.01002; it is paid less 12 %: 0.0088176
        String path =
                "/v1/checks/openai/deployments/chat-prod/chat/completions?currency=USD&on=2026-11-22T12:00:00Z&limit=";
        given().contentType("application/json")
                .body(BODY)
                .post(path + "0.0089")
                .then()
                .body("decision", is("allow"))
                .body("hold.amount", is("0.008818"));
        given().contentType("application/json")
                .body(BODY)
                .post(path + "0.0088")
                .then()
                .body("decision", is("deny"))
                .body("reasons", hasItem("over_limit"));
    }

    @Test
    void a_budget_has_the_discount_of_each_day() {
        // 1,000 × 1,000 tokens a day × 1.25 a million: 14 days at 20 % off and 17 at 12 %: 14 × 1 + 17 × 1.1 = 32.7
        given().post("/v1/budgets?models=gpt-5&input=1000&output=0&requests=1000/day&months=1&start=2026-12-01")
                .then()
                .statusCode(200)
                .body("workloads[0].models[0].months[0].cost.likely", is("32.70"));
    }

    @Test
    void a_batch_and_a_log_use_the_contract() {
        given().contentType("application/jsonl")
                .body((BODY.strip() + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/v1/batches?on=2026-11-22T12:00:00Z&scale=9&output=100&tier=standard")
                .then()
                .statusCode(200)
                .body(containsString("0.0008976"));
        given().contentType("application/jsonl")
                .body("{\"model\":\"chat-prod\",\"usage\":{\"input_tokens\":1000000}}\n"
                        .getBytes(StandardCharsets.UTF_8))
                .post("/v1/bills?on=2026-11-22T12:00:00Z")
                .then()
                .statusCode(200)
                .body(containsString("\"2.20\""));
    }

    @Test
    void a_model_shows_the_discount_of_each_card() {
        given().get("/v1/models/openai/gpt-5")
                .then()
                .statusCode(200)
                .body("price_cards.discount.percent.flatten()", hasItem("20"))
                .body("rates.lines", not(nullValue()));
        given().get("/v1/models/resolve?name=CHAT-PROD")
                .then()
                .body("resolved[0].by", contains("case", "contract"))
                .body("resolved[0].model", is("openai/gpt-4o-2024-11-20"));
    }

    @Test
    void a_changed_file_is_used_and_a_broken_one_leaves_the_last_good() throws IOException {
        put(example().replace("percent: 12", "percent: 50"));
        bill("chat-prod").body("total.amount", is("1.75"));
        put(example().replace("percent: 12", "percent: 500").replace("as_of", "as_off"));
        bill("chat-prod").body("total.amount", is("1.75"));
        given().get("/v1/catalogue")
                .then()
                .body("contract.title", is("Acme's agreements"))
                .body("contract.names", is(2))
                .body("contract.discounts", is(3))
                .body("contract.defects.size()", is(3))
                .body("contract.defects", everyItem(startsWith("contract.yaml:")))
                .body("defects.size()", is(0));
    }

    @Test
    void a_name_that_the_contract_no_longer_has_is_unknown() throws IOException {
        put(example().replace("chat-prod", "chat-next"));
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/estimates")
                .then()
                .statusCode(404);
        given().contentType("application/json")
                .body(BODY)
                .post("/v1/checks/v1/chat/completions")
                .then()
                .body("decision", is("deny"))
                .body("reasons", containsInAnyOrder("unknown_model"));
    }
}
