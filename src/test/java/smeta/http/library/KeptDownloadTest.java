package smeta.http.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptDownloadTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private final List<String> asked = new ArrayList<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private volatile Answer answer;

    @TempDir
    Path folder;

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestHeaders().getFirst("If-None-Match"));
            answer.to(exchange);
        });
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private KeptDownload download(Path where) {
        URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/table.json");
        return new KeptDownload("table.json", url, Duration.ofSeconds(2), 1000, where);
    }

    private static Answer text(int status, String text) {
        return exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("ETag", "\"1\"");
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            if (bytes.length > 0) {
                exchange.getResponseBody().write(bytes);
            }
            exchange.close();
        };
    }

    private static String content(KeptDownload download) {
        return new String(download.copy().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void it_asks_with_the_tag_that_it_got_and_keeps_what_did_not_change() throws IOException {
        KeptDownload download = download(folder);
        answer = text(200, "good");
        assertThat(download.refresh(b -> {}, NOW)).isTrue();
        answer = text(304, "");
        assertThat(download.refresh(b -> {}, NOW)).isFalse();
        assertThat(asked).containsExactly(null, "\"1\"");
        assertThat(content(download)).isEqualTo("good");
    }

    @Test
    void the_last_good_copy_is_there_after_a_restart_and_while_the_server_fails() throws IOException {
        answer = text(200, "good");
        download(folder).refresh(b -> {}, NOW);
        KeptDownload restarted = download(folder);
        assertThat(content(restarted)).isEqualTo("good");
        assertThat(restarted.copy().fetched()).isEqualTo(NOW);
        answer = text(500, "broken");
        assertThatThrownBy(() -> restarted.refresh(b -> {}, NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("500");
        assertThat(content(restarted)).isEqualTo("good");
    }

    @Test
    void content_that_can_not_be_used_replaces_nothing() throws IOException {
        KeptDownload download = download(folder);
        answer = text(200, "good");
        download.refresh(b -> {}, NOW);
        answer = text(200, "<html>");
        assertThatThrownBy(() -> download.refresh(
                        b -> {
                            throw new IllegalArgumentException("no table");
                        },
                        NOW))
                .hasMessageContaining("no table");
        assertThat(content(download)).isEqualTo("good");
        assertThat(Files.readString(folder.resolve("table.json"))).isEqualTo("good");
    }

    @Test
    void an_answer_that_grows_without_end_is_cut_off() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] part = new byte[4096];
            try (OutputStream out = exchange.getResponseBody()) {
                while (over.getCount() > 0) {
                    out.write(part);
                }
            } catch (IOException e) {
                // the client hung up, as it should
                exchange.close();
            }
        };
        KeptDownload download = download(null);
        assertThatThrownBy(() -> download.refresh(b -> {}, NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("larger than 1000 bytes");
        assertThat(download.copy()).isNull();
    }

    @Test
    void an_answer_that_never_ends_is_given_up() {
        answer = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> download(null).refresh(b -> {}, NOW))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no answer within 2 s");
    }

    @Test
    void only_web_addresses_are_fetched() {
        assertThatThrownBy(
                        () -> new KeptDownload("x", URI.create("file:///etc/hostname"), Duration.ofSeconds(1), 1, null))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
