package smeta.http.estimates;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Estimates of all models come in pages. */
@QuarkusTest
class EstimatePagesTest {
    private static ValidatableResponse estimates(String query) {
        return given().contentType("text/plain")
                .body("hi")
                .post("/v1/estimates?models=*" + query)
                .then();
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "&sort=cost&currency=USD", "&sort=context", "&accepts=image", "&list=all"})
    void pages_together_are_the_list_in_its_order(String query) {
        String search = "&search=claude sonnet" + query;
        List<String> whole = estimates(search)
                .statusCode(200)
                .body("has_more", equalTo(false))
                .extract()
                .path("estimates.model");
        assertThat(whole).hasSizeGreaterThan(10);
        List<String> paged = new ArrayList<>();
        for (String after = ""; after != null; ) {
            ValidatableResponse page = estimates(search + "&page_size=10" + after)
                    .statusCode(200)
                    .body("estimates.size()", lessThanOrEqualTo(10));
            List<String> models = page.extract().path("estimates.model");
            paged.addAll(models);
            page.body("last_id", equalTo(models.get(models.size() - 1)));
            boolean more = page.extract().path("has_more");
            after = more ? "&after=" + models.get(models.size() - 1) : null;
        }
        assertThat(paged).isEqualTo(whole);
    }

    @Test
    void a_page_of_all_that_anybody_sells_has_a_thousand() {
        estimates("&list=all")
                .statusCode(200)
                .body("estimates.size()", equalTo(1_000))
                .body("has_more", equalTo(true));
    }

    @Test
    void the_first_page_in_the_order_of_cost_has_the_cheapest_of_all_pages() {
        String cheapest = estimates("&list=all&sort=cost&currency=USD&search=gpt-4o")
                .extract()
                .path("estimates[0].model");
        estimates("&list=all&sort=cost&currency=USD&search=gpt-4o&page_size=1")
                .statusCode(200)
                .body("estimates.model", equalTo(List.of(cheapest)))
                .body("last_id", equalTo(cheapest));
    }

    @Test
    void nothing_comes_after_the_last_one() {
        String last = estimates("&search=claude sonnet").extract().path("last_id");
        estimates("&search=claude sonnet&after=" + last)
                .statusCode(200)
                .body("estimates.size()", equalTo(0))
                .body("last_id", nullValue())
                .body("has_more", equalTo(false));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"", "&sort=cost"})
    void a_page_after_a_model_that_the_list_lacks_is_a_bad_query(String sort) {
        estimates("&after=no/such" + sort).statusCode(400).body("errors[0].detail", containsString("no/such"));
    }

    @Test
    void pages_are_of_all_models_alone() {
        given().contentType("text/plain")
                .body("hi")
                .post("/v1/estimates?models=gpt-4o&page_size=5")
                .then()
                .statusCode(400)
                .body("errors[0].detail", containsString("page_size"));
    }

    @Test
    void named_models_have_no_pages() {
        given().contentType("text/plain")
                .body("hi")
                .post("/v1/estimates?models=gpt-4o")
                .then()
                .statusCode(200)
                .body("has_more", nullValue())
                .body("last_id", nullValue());
    }
}
