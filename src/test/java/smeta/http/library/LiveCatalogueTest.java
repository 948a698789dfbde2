package smeta.http.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The override folder and an import's file change while the service runs; prices by place, channel and currency. */
@QuarkusTest
@TestProfile(LiveCatalogueTest.Profile.class)
@QuarkusTestResource(value = LiveCatalogueTest.Places.class, restrictToAnnotatedClass = true)
class LiveCatalogueTest {
    private static final String OWN = """
            provider: mine
            title: Mine
            sources: { list: { title: a list, as_of: 2026-11-01 } }
            models:
              m1:
                tokenizer: o200k_base
                accepts: [text]
                gives: [text]
                rates:
                  - { unit: USD / 1M tokens, input: 1, output: 2, source: list }
                  - { region: us, unit: USD / 1M tokens, input: 3, output: 4, source: list }
                  - { channel: resale, unit: RUB / 1M tokens, input: 500, output: 700, source: list }
                  - { channel: resale, region: us, unit: RUB / 1M tokens, input: 900, output: 1000, source: list }
            """;
    private static final String TABLE = """
            {"gpt-4o": {"mode": "chat", "input_cost_per_token": 2.5e-06, "output_cost_per_token": 1e-05},
             "gpt-4o-mini": {"mode": "chat", "input_cost_per_token": 1.5e-07, "output_cost_per_token": 6e-07},
             "gpt-4": {"mode": "chat", "input_cost_per_token": 3e-05, "output_cost_per_token": 6e-05}}
            """;

    private static Path folder = Path.of("unset");
    private static Instant written = Instant.parse("2026-11-01T00:00:00Z");

    @Inject
    Library library;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "smeta.catalogue.reload",
                    "1h",
                    "smeta.catalogue.imports.table.format",
                    "litellm",
                    "smeta.exchange.markup",
                    "30",
                    "smeta.exchange.vat",
                    "22",
                    "smeta.exchange.stale-after-days",
                    "5",
                    "smeta.exchange.rates",
                    "2026-11-20\\,USD\\,RUB\\,80.5\\,a bank,2026-11-20\\,CNY\\,RUB\\,11.2\\,a"
                            + " bank,2026-11-10\\,USD\\,RUB\\,70\\,a bank");
        }
    }

    public static class Places implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            try {
                folder = Files.createTempDirectory("smeta-live");
                Files.createDirectory(folder.resolve("own"));
                write("own/mine.yaml", OWN);
                write("table.json", TABLE);
                return Map.of(
                        "smeta.catalogue.folder",
                        folder.resolve("own").toString(),
                        "smeta.catalogue.imports.table.file",
                        folder.resolve("table.json").toString(),
                        "test.live",
                        folder.toString());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void stop() {}
    }

    /** Each with a time of its own, whatever the file system's clock. */
    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        written = written.plusSeconds(60);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }

    @BeforeEach
    void asItWas() throws IOException {
        folder = Path.of(
                org.eclipse.microprofile.config.ConfigProvider.getConfig().getValue("test.live", String.class));
        written = written.plusSeconds(100_000);
        write("own/mine.yaml", OWN);
        write("table.json", TABLE);
        library.reload();
    }

    /** 1,000 tokens of input and 100 of output. */
    private static io.restassured.response.ValidatableResponse bill(String model, String query) {
        return given().contentType("application/json")
                .body("{\"model\":\"" + model + "\",\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}")
                .post("/v1/bills?on=2026-11-22T12:00:00Z" + query)
                .then();
    }

    @Test
    void a_changed_file_of_the_folder_has_its_new_price_and_a_broken_one_leaves_the_last_good() throws IOException {
        bill("mine/m1", "").statusCode(200).body("total.amount", is("0.0012"));
        write("own/mine.yaml", OWN.replace("input: 1, output: 2", "input: 10, output: 20"));
        library.reload();
        bill("mine/m1", "").statusCode(200).body("total.amount", is("0.012"));
        write("own/mine.yaml", OWN.replace("input: 1, output: 2", "input: 1, outptu: 2"));
        library.reload();
        bill("mine/m1", "").statusCode(200).body("total.amount", is("0.012"));
        given().get("/v1/catalogue").then().body("defects", hasItem(containsString("mine.yaml:10")));
    }

    @Test
    void a_changed_file_of_an_import_has_its_new_price() throws IOException {
        bill("table/gpt-4o", "").statusCode(200).body("total.amount", is("0.0035"));
        write("table.json", TABLE.replace("2.5e-06", "5e-06"));
        library.reload();
        bill("table/gpt-4o", "").statusCode(200).body("total.amount", is("0.006"));
        given().get("/v1/catalogue").then().body("imports[0].problem", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"truncated", "cents", "missing", "another format"})
    void whatever_is_wrong_with_a_newer_table_the_last_good_one_stays_in_use(String wrong) throws IOException {
        switch (wrong) {
            case "truncated" -> write("table.json", TABLE.substring(0, TABLE.length() / 2));
            // a hundred times all prices: 2.5e-06 dollars are 2.5e-04 cents
            case "cents" ->
                write(
                        "table.json",
                        TABLE.replace("e-05", "e-03").replace("e-06", "e-04").replace("e-07", "e-05"));
            case "missing" -> Files.delete(folder.resolve("table.json"));
            default -> write("table.json", "{\"data\":[]}");
        }
        library.reload();
        given().get("/v1/catalogue")
                .then()
                .body("imports.size()", is(1))
                .body("imports[0].models", is(3))
                .body("imports[0].problem.length() > 10", is(true));
        bill("table/gpt-4o", "").statusCode(200).body("total.amount", is("0.0035"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // 1,000 × input + 100 × output, per million
                "''                                     | USD | 0.0012",
                "&region=us                             | USD | 0.0034",
                "&channel=resale                        | RUB | 0.57",
                "&channel=resale&region=us              | RUB | 1.00",
                // × 80.5 × 1.30 × 1.22
                "&region=us&currency=RUB                | RUB | 0.4340882",
                // × 70, the newest rate on that day
                "&currency=RUB&on=2026-11-12T12:00:00Z  | RUB | 0.133224"
            })
    void region_and_channel_choose_the_card_and_a_currency_is_converted_with_markup_and_vat(
            String query, String currency, java.math.BigDecimal total) {
        String day = query.contains("&on=") ? query.substring(query.indexOf("&on=") + 4) : "2026-11-22T12:00:00Z";
        String amount = given().contentType("application/json")
                .body("{\"model\":\"mine/m1\",\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}")
                .post("/v1/bills?on=" + day + query.replaceAll("&on=.*", ""))
                .then()
                .statusCode(200)
                .body("total.currency", is(currency))
                .extract()
                .path("total.amount");
        assertThat(new java.math.BigDecimal(amount)).isEqualByComparingTo(total);
    }

    @ParameterizedTest
    @CsvSource({"&region=mars, no_price", "&channel=nope, no_price", "&currency=EUR, no_exchange_rate"})
    void a_place_a_channel_or_a_currency_that_is_not_known_is_said_so(String query, String code) {
        bill("mine/m1", query).statusCode(422).body("code", is(code));
    }

    @Test
    void an_old_rate_is_said_to_be_old_by_the_configured_number_of_days() {
        String body = "{\"model\":\"x\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}]}";
        given().contentType("application/json")
                .body(body)
                .post("/v1/estimates?models=mine/m1&currency=RUB&on=2026-11-15")
                .then()
                .statusCode(200)
                .body("notes", nullValue());
        given().contentType("application/json")
                .body(body)
                .post("/v1/estimates?models=mine/m1&currency=RUB&on=2026-11-16")
                .then()
                .statusCode(200)
                .body("notes.code", hasItem("old_exchange_rate"));
    }
}
