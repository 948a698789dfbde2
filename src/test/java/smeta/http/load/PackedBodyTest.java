package smeta.http.load;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(PackedBodyTest.SmallBodies.class)
class PackedBodyTest {
    private static final byte[] HELLO =
            "{\"model\":\"gpt-4o\",\"max_tokens\":10,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}"
                    .getBytes(StandardCharsets.UTF_8);

    public static final class SmallBodies implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("smeta.load.body", "4M", "smeta.load.inflation", "50");
        }
    }

    @TestHTTPResource
    URL url;

    @Inject
    Memory memory;

    @Test
    void gzip_and_both_kinds_of_deflate_are_unpacked() throws Exception {
        assertAllowed("gzip", gzip(HELLO));
        assertAllowed("X-GZIP", gzip(HELLO));
        assertAllowed("deflate", deflated(HELLO, false));
        assertAllowed("deflate", deflated(HELLO, true));
        assertAllowed("identity", HELLO);
        assertThat(memory.bodies().held()).isZero();
    }

    private void assertAllowed(String coding, byte[] body) throws Exception {
        HttpResponse<String> answer = post(coding, body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Smeta-Decision")).contains("allow");
    }

    @Test
    void another_coding_is_a_415_that_names_those_that_are_taken() throws Exception {
        for (String coding : new String[] {"br", "zstd", "gzip, gzip", "nonsense"}) {
            HttpResponse<String> answer = post(coding, gzip(HELLO));
            assertThat(answer.statusCode()).isEqualTo(415);
            assertThat(answer.headers().firstValue("Accept-Encoding")).contains("gzip, deflate");
            assertThat(answer.body())
                    .contains("\"code\":\"unsupported_encoding\"")
                    .contains("“" + coding + "”");
        }
    }

    @Test
    void what_is_not_packed_or_not_whole_is_a_400() throws Exception {
        byte[] packed = gzip(HELLO);
        for (byte[] body : new byte[][] {HELLO, Arrays.copyOf(packed, packed.length - 12), new byte[0]}) {
            HttpResponse<String> answer = post("gzip", body);
            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).contains("\"code\":\"not_unpacked\"").contains("as gzip");
        }
    }

    @Test
    void a_body_that_is_too_large_unpacked_is_a_413() throws Exception {
        byte[] noise = new byte[5 << 20];
        new java.util.Random(1).ints(noise.length / 8).forEach(i -> noise[Math.floorMod(i, noise.length)] = (byte) i);
        HttpResponse<String> answer = post("gzip", gzip(noise));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body_too_large\"").contains("4194304");
    }

    @Test
    void a_body_that_grows_more_than_fifty_times_is_a_413_unless_it_is_small() throws Exception {
        HttpResponse<String> answer = post("gzip", gzip(new byte[2 << 20]));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("\"code\":\"body_inflates\"").contains("50 times");
        assertAllowed("gzip", gzip(padded(500_000)));
    }

    private static byte[] padded(int size) {
        return (new String(HELLO, StandardCharsets.UTF_8) + " ".repeat(size - HELLO.length))
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void a_query_of_64_kilobytes_is_read_and_a_longer_one_is_a_414_with_words() {
        String words = "gpt-4o,".repeat(9_000);
        given().urlEncodingEnabled(false)
                .contentType("application/json")
                .body(HELLO)
                .post("/v1/estimates?models=" + words + "gpt-4o")
                .then()
                .statusCode(200);
        given().contentType("application/json")
                .body(HELLO)
                .post("/v1/estimates?models=" + words.repeat(2))
                .then()
                .statusCode(414)
                .contentType("application/problem+json")
                .body("code", equalTo("query_too_long"))
                .body("detail", containsString("65536"));
        given().get("/v1/models?x=" + words.repeat(2)).then().statusCode(414).body("code", equalTo("query_too_long"));
    }

    private HttpResponse<String> post(String coding, byte[] body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url + "v1/checks"))
                                .header("Content-Type", "application/json")
                                .header("Content-Encoding", coding)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static byte[] gzip(byte[] bytes) {
        return packed(bytes, out -> new GZIPOutputStream(out));
    }

    private static byte[] deflated(byte[] bytes, boolean bare) {
        return packed(bytes, out -> new DeflaterOutputStream(out, new Deflater(9, bare)));
    }

    private interface Packer {
        OutputStream over(OutputStream out) throws IOException;
    }

    private static byte[] packed(byte[] bytes, Packer packer) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream packing = packer.over(out)) {
            packing.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
