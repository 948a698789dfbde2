package smeta.http.load;

import static io.restassured.RestAssured.given;
import static io.restassured.RestAssured.when;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@QuarkusTest
@TestProfile(WarmUpTest.Warmed.class)
class WarmUpTest {
    public static class Warmed implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.warm-up", "3s");
        }
    }

    @Test
    @Timeout(value = 5, unit = TimeUnit.MINUTES)
    void itsChecksComeBeforeItIsReadyAndAreNotCounted() throws InterruptedException {
        while (when().get("/q/health/ready").statusCode() != 200) {
            Thread.sleep(50);
        }
        when().get("/q/health/ready")
                .then()
                .body("checks.find { it.name == 'warm-up' }.status", is("UP"))
                .body("checks.find { it.name == 'warm-up' }.data.checks", greaterThan(0));
        when().get("/q/metrics")
                .then()
                .body(not(containsString("smeta_answers_total{")))
                .body(not(containsString("smeta_stage_seconds_count{")))
                .body(not(containsString("/v1/checks")));
        given().contentType("text/plain")
                .body("Hello!")
                .when()
                .post("/v1/checks?models=gpt-4o&limit=1&max_output=10")
                .then()
                .statusCode(200)
                .body("decision", is("allow"));
        when().get("/q/metrics")
                .then()
                .body(containsString(
                        "smeta_answers_total{endpoint=\"checks\",provider=\"openai\",verdict=\"allow\"} 1.0"))
                .body(containsString("smeta_stage_seconds_count{endpoint=\"checks\",stage=\"count\"} 1"))
                .body(containsString("uri=\"/v1/checks\""));
    }
}
