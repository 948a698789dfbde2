package smeta.http.telemetry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import smeta.http.SmetaConfig;

@QuarkusTest
class TelemetryOffTest {
    @Inject
    SmetaConfig config;

    @Test
    void without_an_endpoint_nothing_waits_to_send_spans() {
        given().contentType("application/json")
                .header("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
                .body("{\"model\":\"gpt-4o\",\"messages\":[]}")
                .post("/v1/estimates")
                .then()
                .statusCode(200);
        assertThat(config.telemetry().endpoint()).isEmpty();
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .noneMatch(name -> name.startsWith("BatchSpanProcessor"));
    }
}
