package smeta.http.library;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import smeta.http.StoppedClock;
import smeta.money.feeds.CbrDaily;

/** The service with an import, an exchange feed, a markup and VAT configured; the servers are stubs on the loopback. */
@QuarkusTest
@TestProfile(ImportsAndFeedTest.Profile.class)
@QuarkusTestResource(value = ImportsAndFeedTest.Stubs.class, restrictToAnnotatedClass = true)
class ImportsAndFeedTest {
    /** The day of the service's clock in Moscow, where the feed comes from. */
    private static final LocalDate TODAY =
            StoppedClock.NOW.atZone(CbrDaily.ZONE).toLocalDate();

    @Inject
    Library library;

    @Inject
    Imports imports;

    @Inject
    ExchangeFeed feed;

    public static class Profile implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "smeta.catalogue.imports.litellm.format",
                    "litellm",
                    "smeta.catalogue.imports.router.format",
                    "openrouter",
                    "smeta.catalogue.imports.router.currency",
                    "RUB",
                    "smeta.catalogue.imports.bad.format",
                    "models-dev",
                    "smeta.exchange.feed",
                    "cbr",
                    "smeta.exchange.markup",
                    "30",
                    "smeta.exchange.vat",
                    "20");
        }
    }

    public static class Stubs implements QuarkusTestResourceLifecycleManager {
        private HttpServer server;

        @Override
        public Map<String, String> start() {
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
                String cbr = "<?xml version=\"1.0\" encoding=\"windows-1251\"?><ValCurs Date=\""
                        + DateTimeFormatter.ofPattern("dd.MM.yyyy").format(TODAY)
                        + "\" name=\"Foreign Currency Market\"><Valute"
                        + " ID=\"R01235\"><NumCode>840</NumCode><CharCode>USD</CharCode><Nominal>1</Nominal><Name>Доллар"
                        + " США</Name><Value>80,0000</Value><VunitRate>80</VunitRate></Valute></ValCurs>";
                serve("/daily", cbr.getBytes(Charset.forName("windows-1251")));
                serve("/litellm.json", file("litellm"));
                serve("/bad.json", "<html>".getBytes());
                server.start();
                Path router = Files.createTempFile("router", ".json");
                Files.write(router, file("openrouter"));
                String base = "http://127.0.0.1:" + server.getAddress().getPort();
                return Map.of(
                        "smeta.exchange.url",
                        base + "/daily",
                        "smeta.catalogue.imports.litellm.url",
                        base + "/litellm.json",
                        "smeta.catalogue.imports.bad.url",
                        base + "/bad.json",
                        "smeta.catalogue.imports.router.file",
                        router.toString(),
                        "smeta.data",
                        Files.createTempDirectory("smeta-data").toString());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        private void serve(String path, byte[] bytes) {
            server.createContext(path, exchange -> {
                exchange.sendResponseHeaders(200, bytes.length);
                exchange.getResponseBody().write(bytes);
                exchange.close();
            });
        }

        private static byte[] file(String name) throws IOException {
            return Files.readAllBytes(Path.of("src/test/resources/imports/" + name + ".json"));
        }

        @Override
        public void stop() {
            if (server != null) {
                server.stop(0);
            }
        }
    }

    @BeforeEach
    void fetch() {
        feed.fetch();
        imports.fetch();
        // waits for one that is under way
        library.reload();
    }

    @Test
    void the_catalogue_says_where_its_models_come_from_and_what_it_did_not_believe() {
        given().get("/v1/catalogue")
                .then()
                .statusCode(200)
                .body("wide.tables.size()", is(6))
                .body("wide.tables.url", hasItem(startsWith("http://127.0.0.1")))
                .body("wide.offers > 7000", is(true))
                .body("imports.find { it.name == 'litellm' }.models", is(27))
                .body("imports.find { it.name == 'router' }.models", is(8))
                .body("imports.find { it.name == 'litellm' }.format", is("litellm"))
                .body("imports.find { it.name == 'litellm' }.url", startsWith("http://127.0.0.1"))
                .body("imports.find { it.name == 'litellm' }.flag_counts.zero_prices", is(1))
                .body("imports.find { it.name == 'litellm' }.fields_left_out.input_cost_per_pixel", is(2))
                .body("imports.find { it.name == 'bad' }.problem", containsString("not JSON"));
    }

    @Test
    void a_model_shows_what_tables_say_about_the_same_offer() {
        given().get("/v1/models/openai/gpt-4o?include=sources")
                .then()
                .statusCode(200)
                .body("others.model", hasItem("openai/gpt-4o"))
                .body("others[0].source.as_of", startsWith("2026-"));
        given().get("/v1/models/databricks/gpt-4o-mini")
                .then()
                .statusCode(200)
                .body("notes.toString()", containsString("100 times more"));
    }

    @Test
    void an_import_is_found_under_its_real_seller_and_the_main_list_stays() {
        given().get("/v1/models/resolve?name=router/vendor/every-field&name=gpt-4o")
                .then()
                .statusCode(200)
                .body("resolved.model", org.hamcrest.Matchers.contains("router/vendor/every-field", "openai/gpt-4o"))
                .body("resolved[1].by.size()", is(0));
    }

    @Test
    void the_rates_in_use_are_the_feeds() {
        // whichever thread is about to take what was fetched at the start is waited for
        feed.fetch();
        library.reload();
        given().get("/v1/exchange-rates?on=" + TODAY)
                .then()
                .statusCode(200)
                .body("feed.rates", is(1))
                .body("rates.find { it.from == 'USD' }.rate", is("80.0000"))
                .body("rates.find { it.from == 'USD' }.date", is(TODAY.toString()));
    }

    @Test
    void what_was_fetched_is_used_at_once_and_readiness_tells_its_age() {
        // no reload in between: fetching brings what came into use itself
        assertThat(library.snapshot().exchange().inEffect(TODAY))
                .anySatisfy(rate -> assertThat(rate.date()).isEqualTo(TODAY));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("checks.find { it.name == 'freshness' }.status", is("UP"))
                .body("checks.find { it.name == 'freshness' }.data.exchange_rates_of", is(TODAY.toString()))
                .body("checks.find { it.name == 'freshness' }.data.exchange_rates_age_days", is(0))
                .body("checks.find { it.name == 'freshness' }.data.exchange_feed_tried", is(true))
                .body("checks.find { it.name == 'freshness' }.data.imports_tried", is(true));
    }

    @Test
    void an_imported_model_is_priced_under_its_seller() {
        // 1000 × 0.15 + 100 × 0.6 per million
        given().contentType("application/json")
                .body(
                        "{\"model\":\"x/everything/long\",\"usage\":{\"input_tokens\":1000,\"output_tokens\":100,\"requests\":0}}")
                .post("/v1/bills?on=2026-11-22T12:00:00Z")
                .then()
                .statusCode(200)
                .body("total.amount", is("0.00021"))
                .body("price_source.as_of", startsWith("202"));
    }

    @Test
    void markup_and_vat_come_on_top_of_the_rate_and_are_shown_apart_from_it() {
        // 0.0035 USD × 80 × 1.30 × 1.20 = 0.4368 RUB
        given().contentType("application/json")
                .body(
                        "{\"rates\":[{\"unit\":\"USD / 1M"
                                + " tokens\",\"input\":2.5,\"output\":10}],\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}")
                .post("/v1/bills?currency=RUB&on=" + TODAY)
                .then()
                .statusCode(200)
                .body("total.amount", is("0.4368"))
                .body("exchange[0].rate", is("80.0000"))
                .body("exchange[0].date", is(TODAY.toString()))
                .body("exchange[0].source", containsString("Bank of Russia"))
                .body("surcharges.markup_percent", is("30"))
                .body("surcharges.vat_percent", is("20"));
        // a price with VAT in it gets the markup alone: 0.0035 × 80 × 1.30
        given().contentType("application/json")
                .body(
                        "{\"rates\":[{\"unit\":\"USD / 1M"
                                + " tokens\",\"input\":2.5,\"output\":10,\"vat\":{\"included\":true}}],\"usage\":{\"input_tokens\":1000,\"output_tokens\":100}}")
                .post("/v1/bills?currency=RUB&on=" + TODAY)
                .then()
                .statusCode(200)
                .body("total.amount", is("0.364"))
                .body("surcharges.vat_percent", is("0"));
    }

    @Test
    void a_price_in_its_own_currency_gets_no_surcharge() {
        given().contentType("application/json")
                .body("{\"rates\":[{\"unit\":\"USD / 1M tokens\",\"input\":2.5}],\"usage\":{\"input_tokens\":1000}}")
                .post("/v1/bills?currency=USD")
                .then()
                .statusCode(200)
                .body("total.amount", is("0.0025"))
                .body("surcharges", org.hamcrest.Matchers.nullValue());
    }

    @Test
    void a_preview_is_a_diff_of_prices_and_keeps_nothing() {
        String version = library.snapshot().catalogue().version();
        String table =
                "{\"gpt-4o\":{\"mode\":\"chat\",\"input_cost_per_token\":5e-06,\"output_cost_per_token\":1e-05},\"new\":{\"mode\":\"chat\",\"input_cost_per_token\":1e-06}}";
        given().contentType("application/json")
                .body(table)
                .post("/v1/catalogue/preview?format=litellm")
                .then()
                .statusCode(200)
                .body("changes.find { it.model == 'gpt-4o' }.against", is("openai/gpt-4o"))
                .body(
                        "changes.find { it.model == 'gpt-4o' }.lines.find { it.meter == 'input_tokens' }.before.amount",
                        is("2.5"))
                .body(
                        "changes.find { it.model == 'gpt-4o' }.lines.find { it.meter == 'input_tokens' }.after.amount",
                        is("5"))
                .body("changes.find { it.model == 'new' }.change", is("added"));
        String markdown = given().contentType("application/json")
                .accept("text/markdown")
                .body(table)
                .post("/v1/catalogue/preview?format=litellm")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(markdown)
                .contains("| gpt-4o | changed | input_tokens | 2.5 USD / 1000000 tokens | 5 USD / 1000000 tokens |");
        assertThat(library.snapshot().catalogue().version()).isEqualTo(version);
        given().contentType("application/json")
                .body("[]")
                .post("/v1/catalogue/preview?format=litellm")
                .then()
                .statusCode(422);
        given().contentType("application/json")
                .body(table)
                .post("/v1/catalogue/preview?format=openrouter")
                .then()
                .statusCode(422)
                .body("detail", containsString("currency"));
        given().contentType("application/json")
                .body(table)
                .post("/v1/catalogue/preview")
                .then()
                .statusCode(400);
    }
}
