package smeta.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The recipes of docs/gateways with the real gateways: what is allowed reaches the vendor whole, what is denied never
 * does.
 */
@QuarkusTest
class GatewaysTest {
    private static final String ALLOWED =
            "{\"model\":\"gpt-4o\",\"max_tokens\":1000,\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]}";
    /** 16,384 × 10 / 1M = 0.16 USD, more than the recipes' 0.05. */
    private static final String DENIED = ALLOWED.replace("1000", "16384");

    private static final Path RECIPES = Path.of("docs", "gateways");

    @TestHTTPResource
    URL url;

    @TempDir
    Path folder;

    private HttpServer vendor;
    private volatile int reached;
    private Process gateway;

    @BeforeEach
    void startVendor() throws IOException {
        vendor = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        vendor.createContext("/", exchange -> {
            reached++;
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Seen", exchange.getRequestMethod() + " " + exchange.getRequestURI());
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        vendor.start();
    }

    @AfterEach
    void stop() throws InterruptedException {
        vendor.stop(0);
        if (gateway != null) {
            gateway.destroy();
            if (!gateway.waitFor(10, TimeUnit.SECONDS)) {
                gateway.destroyForcibly();
            }
        }
    }

    @Test
    void nginx_sends_on_what_is_allowed_and_stops_what_is_denied() throws Exception {
        String nginx = program("nginx");
        int port = freePort();
        String server = recipe("nginx.conf").replace("127.0.0.1:8000", "127.0.0.1:" + port);
        Files.writeString(
                folder.resolve("nginx.conf"),
                """
                daemon off;
                %s
                pid FOLDER/pid;
                error_log FOLDER/error.log;
                events {}
                http {
                    access_log off;
                    client_body_temp_path FOLDER/body;
                    proxy_temp_path FOLDER/proxy;
                    fastcgi_temp_path FOLDER/fastcgi;
                    uwsgi_temp_path FOLDER/uwsgi;
                    scgi_temp_path FOLDER/scgi;
                """.formatted(System.getProperty("user.name").equals("root") ? "user root;" : "")
                                .replace("FOLDER", folder.toString())
                        + server + "}\n");
        start(
                port,
                nginx,
                "-p",
                folder.toString(),
                "-c",
                folder.resolve("nginx.conf").toString(),
                "-e",
                folder.resolve("error.log").toString());
        HttpResponse<String> denied = calls(port);
        assertThat(denied.headers().firstValue("Smeta-Decision")).contains("deny");
        assertThat(denied.body()).contains("\"code\":\"over_limit\"").contains("would_fit");
        // longer than nginx keeps in memory
        String long1 =
                ALLOWED.replace("Hello", "hello ".repeat(400_000)).replace("\"max_tokens\":1000,", "\"max_tokens\":1,");
        assertThat(post(port, long1).statusCode()).isEqualTo(403);
    }

    @Test
    void haproxy_sends_on_what_is_allowed_and_stops_what_is_denied() throws Exception {
        String haproxy = program("haproxy");
        int port = freePort();
        Files.writeString(folder.resolve("smeta.lua"), recipe("smeta.lua"));
        Files.writeString(
                folder.resolve("haproxy.cfg"),
                recipe("haproxy.cfg")
                        .replace("127.0.0.1:8001", "127.0.0.1:" + port)
                        .replace("lua-load smeta.lua", "lua-load " + folder.resolve("smeta.lua")));
        start(port, haproxy, "-db", "-f", folder.resolve("haproxy.cfg").toString());
        HttpResponse<String> denied = calls(port);
        assertThat(denied.headers().firstValue("Smeta-Reason")).contains("over_limit");
    }

    /** An allowed call and a denied one; returns the denial. */
    private HttpResponse<String> calls(int port) throws Exception {
        HttpResponse<String> allowed = post(port, ALLOWED);
        assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(200);
        assertThat(allowed.body()).isEqualTo(ALLOWED);
        assertThat(allowed.headers().firstValue("Seen")).contains("POST /v1/chat/completions");
        assertThat(reached).isEqualTo(1);
        HttpResponse<String> denied = post(port, DENIED);
        assertThat(denied.statusCode()).as(denied.body()).isEqualTo(403);
        assertThat(reached).isEqualTo(1);
        return denied;
    }

    private HttpResponse<String> post(int port, String body) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/v1/chat/completions"))
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(body))
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private String recipe(String name) throws IOException {
        return Files.readString(RECIPES.resolve(name))
                .replace("127.0.0.1:8080", "127.0.0.1:" + url.getPort())
                .replace("127.0.0.1:9000", "127.0.0.1:" + vendor.getAddress().getPort());
    }

    private static String program(String name) {
        for (String place : List.of("/usr/sbin/", "/usr/bin/", "/usr/local/sbin/", "/usr/local/bin/")) {
            if (Files.isExecutable(Path.of(place + name))) {
                return place + name;
            }
        }
        return Assumptions.abort(name + " is not installed");
    }

    private void start(int port, String... command) throws Exception {
        Path log = folder.resolve("output");
        gateway = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        for (int i = 0; i < 600; i++) {
            try (Socket probe = new Socket("127.0.0.1", port)) {
                return;
            } catch (IOException notYet) {
                assertThat(gateway.isAlive()).as(() -> text(log)).isTrue();
                Thread.sleep(50);
            }
        }
        throw new AssertionError("the gateway did not start: " + text(log));
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
