package smeta.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(HeldAnswerTest.LittleRoom.class)
class HeldAnswerTest {
    private static final String ALL = "/v1/estimates?input=100&models=*&page_size=1000&include=lines,parts,sources";

    public static final class LittleRoom implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            // a reader must take a kilobyte in each second
            return Map.of("smeta.load.answers", "200K", "smeta.load.arrival", "1s");
        }
    }

    @Inject
    Load load;

    @Inject
    Memory memory;

    @TestHTTPResource
    URL url;

    @Test
    void an_answer_that_nobody_reads_keeps_no_place_and_others_out_until_its_connection_is_closed() throws Exception {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(url.getHost(), url.getPort()));
            socket.getOutputStream()
                    .write(("POST " + ALL + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n" + "POST " + ALL
                                    + " HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await(() -> memory.answers().held() > 0 && load.admitted() == 0);
            given().post(ALL)
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "1")
                    .body("code", equalTo("busy"))
                    .body("detail", containsString("answer"));
            given().post("/v1/estimates?input=100&models=gpt-4o").then().statusCode(200);
            await(() -> memory.answers().held() == 0);
        }
        given().post(ALL).then().statusCode(200).body("estimates", hasSize(greaterThan(500)));
        await(() -> memory.answers().held() == 0);
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        for (int i = 0; i < 3000 && !condition.getAsBoolean(); i++) {
            Thread.sleep(10);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }
}
