package smeta.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the page's files arrive: with which headers, in how many bytes, in three languages. */
@QuarkusTest
class DeliveryTest {
    @TestHTTPResource("/")
    String home;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/index.html",
                "/app/main.js",
                "/app/style.css",
                "/app/messages/ru.json",
                "/webjars/chart.js/4.5.1/dist/chart.umd.min.js"
            })
    void the_pages_files_are_strict_and_always_asked_for_anew(String path) {
        given().when()
                .get(path)
                .then()
                .statusCode(200)
                .header(
                        "Content-Security-Policy",
                        "default-src 'self'; img-src 'self' blob: data:; media-src blob:; style-src 'self'; script-src"
                                + " 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors"
                                + " 'none'; object-src 'none'")
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Referrer-Policy", equalTo("no-referrer"))
                .header("Cache-Control", equalTo("no-cache"))
                .header("Last-Modified", notNullValue());
    }

    @Test
    void the_api_documentation_keeps_its_own_rules() {
        given().when()
                .get("/q/swagger-ui/")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", nullValue())
                .body(containsString("swagger-ui"));
    }

    @Test
    void the_page_has_no_script_or_style_of_its_own_in_the_markup() {
        given().when()
                .get("/")
                .then()
                .statusCode(200)
                .body(not(containsString("<style")))
                .body(not(containsString(" style=")))
                .body(not(containsString("onclick=")));
    }

    @Test
    void the_whole_page_with_its_chart_and_the_catalogue_is_under_300_kilobytes() {
        AtomicLong bytes = new AtomicLong();
        AtomicLong answers = new AtomicLong();
        AtomicLong heaviest = new AtomicLong();
        Set<String> estimates = ConcurrentHashMap.newKeySet();
        try (PageVisit visit = PageVisit.to(home)) {
            CDPSession wire = visit.page.context().newCDPSession(visit.page);
            wire.on("Network.requestWillBeSent", event -> {
                if (event.getAsJsonObject("request").get("url").getAsString().contains("/v1/estimates")) {
                    estimates.add(event.get("requestId").getAsString());
                }
            });
            wire.on("Network.loadingFinished", event -> {
                long length = event.getAsJsonPrimitive("encodedDataLength").getAsLong();
                boolean answer = estimates.contains(event.get("requestId").getAsString());
                (answer ? answers : bytes).addAndGet(length);
                if (answer) {
                    heaviest.accumulateAndGet(length, Math::max);
                }
            });
            wire.send("Network.enable");
            JsonObject off = new JsonObject();
            off.addProperty("cacheDisabled", true);
            wire.send("Network.setCacheDisabled", off);
            visit.page.reload();
            visit.paste("How heavy is this page?");
            visit.at("#table tbody input").first().check();
            visit.at("#tab-budget").click();
            visit.at("#budget-table").waitFor();
            visit.page.waitForFunction("() => window.Chart !== undefined");
            visit.at("#tab-batch").click();
            visit.at("#view-batch h2").waitFor();
            visit.at("#tab-calibration").click();
            visit.at("#view-calibration h2").waitFor();
        }
        System.out.println("page weight: " + bytes.get() + " bytes transferred, and " + answers.get()
                + " of estimates, at most " + heaviest.get() + " in one");
        assertThat(bytes.get()).isBetween(50_000L, 300_000L);
        // of the widely used models alone: an answer comes after each pause in typing
        assertThat(heaviest.get()).isBetween(1_000L, 20_000L);
    }

    @Test
    void the_three_languages_have_the_same_words() throws IOException {
        Set<String> english = keys("en");
        assertThat(keys("ru")).isEqualTo(english);
        assertThat(keys("zh")).isEqualTo(english);
        JsonNode russian = messages("ru");
        assertThat(russian.get("tokens_n").properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrder("one", "few", "many", "other");
    }

    private static Set<String> keys(String language) throws IOException {
        Set<String> keys = new TreeSet<>();
        messages(language).fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static JsonNode messages(String language) throws IOException {
        try (InputStream file =
                DeliveryTest.class.getResourceAsStream("/META-INF/resources/app/messages/" + language + ".json")) {
            return new ObjectMapper().readTree(file);
        }
    }
}
