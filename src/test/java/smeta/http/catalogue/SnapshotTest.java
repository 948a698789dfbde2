package smeta.http.catalogue;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/** A program that is made from the service's snapshot gives the service's answers. */
@QuarkusTest
class SnapshotTest {
    private static final String HELLO =
            "{\"model\":\"gpt-4o\",\"messages\":[{\"role\":\"user\",\"content\":\"Hello!\"}]}";

    @TestHTTPResource("/")
    URI service;

    @Inject
    Clock clock;

    @Test
    void the_library_answers_as_the_service_does() throws IOException, InterruptedException {
        Smeta smeta = Smeta.ofService(service, clock);
        given().get("/v1/catalogue").then().body("version", equalTo(smeta.version()));
        CallEstimate ours = smeta.estimate(Call.ofRequest(HELLO).output(100).currency("RUB"));
        String likely = given().contentType("application/json")
                .body(HELLO)
                .post("/v1/estimates?output=100&currency=RUB&scale=12")
                .then()
                .statusCode(200)
                .extract()
                .path("estimates[0].cost.likely");
        assertThat(ours.cost().likely()).isEqualByComparingTo(new BigDecimal(likely));
    }

    @Test
    void what_is_no_snapshot_is_refused() {
        assertThatThrownBy(() -> Smeta.ofService(service.resolve("/nowhere"), clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("the status 404");
    }
}
