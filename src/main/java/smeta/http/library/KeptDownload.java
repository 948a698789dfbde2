package smeta.http.library;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Something that is fetched now and then, of which the last good copy is kept, on disk if there is a folder. It never
 * grows past a size and never takes longer than a time; whatever goes wrong, the last good copy stays.
 */
final class KeptDownload {
    private final String name;
    private final URI url;
    private final Duration timeout;
    private final long most;
    private final @Nullable Path folder;
    private final HttpClient client;
    private volatile @Nullable Copy copy;

    /** @param etag and the date as the server gave them, for the next conditional request */
    record Copy(
            byte[] bytes, @Nullable String etag, @Nullable String lastModified, Instant fetched) {}

    KeptDownload(String name, URI url, Duration timeout, long most, @Nullable Path folder) {
        if (!"http".equals(url.getScheme()) && !"https".equals(url.getScheme())) {
            throw new IllegalArgumentException(
                    "expected an http or https URL for " + name + ", found " + url.getScheme());
        }
        this.name = name;
        this.url = url;
        this.timeout = timeout;
        this.most = most;
        this.folder = folder;
        client = HttpClient.newBuilder()
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build();
        copy = folder == null ? null : fromDisk(folder);
    }

    @Nullable
    Copy copy() {
        return copy;
    }

    /**
     * Asks the server.
     *
     * @param check throws {@link IllegalArgumentException} for content that can't be used
     * @return false if nothing changed
     * @throws IOException with the reason, in words, if there is no new good copy
     */
    boolean refresh(URI address, Consumer<byte[]> check, Instant now) throws IOException {
        Copy last = copy;
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(timeout)
                .header("User-Agent", "Smeta")
                .header("Accept", "*/*");
        boolean conditional = address.equals(url);
        if (last != null && conditional && last.etag() != null) {
            request.header("If-None-Match", last.etag());
        }
        if (last != null && conditional && last.lastModified() != null) {
            request.header("If-Modified-Since", last.lastModified());
        }
        HttpResponse<byte[]> response = send(request.build());
        if (response.statusCode() == 304 && last != null) {
            return false;
        }
        if (response.statusCode() != 200) {
            throw new IOException("the server answered with status " + response.statusCode());
        }
        try {
            check.accept(response.body());
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
        Copy fresh = new Copy(
                response.body(),
                response.headers().firstValue("ETag").orElse(null),
                response.headers().firstValue("Last-Modified").orElse(null),
                now);
        copy = fresh;
        toDisk(fresh);
        return last == null || !java.util.Arrays.equals(last.bytes(), fresh.bytes());
    }

    boolean refresh(Consumer<byte[]> check, Instant now) throws IOException {
        return refresh(url, check, now);
    }

    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = client.sendAsync(request, info -> new Limited(most));
        try {
            return answer.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw new IOException("no answer within " + timeout.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new IOException(
                    cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage(), cause);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private @Nullable Copy fromDisk(Path where) {
        Path file = where.resolve(name);
        Path about = where.resolve(name + ".properties");
        if (!Files.isReadable(file) || !Files.isReadable(about)) {
            return null;
        }
        try (InputStream in = Files.newInputStream(about)) {
            Properties properties = new Properties();
            properties.load(in);
            if (!url.toString().equals(properties.getProperty("url")) || Files.size(file) > most) {
                return null;
            }
            return new Copy(
                    Files.readAllBytes(file),
                    properties.getProperty("etag"),
                    properties.getProperty("last-modified"),
                    Instant.parse(properties.getProperty("fetched")));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private void toDisk(Copy fresh) {
        if (folder == null) {
            return;
        }
        Properties properties = new Properties();
        properties.setProperty("url", url.toString());
        properties.setProperty("fetched", fresh.fetched().toString());
        if (fresh.etag() != null) {
            properties.setProperty("etag", fresh.etag());
        }
        if (fresh.lastModified() != null) {
            properties.setProperty("last-modified", fresh.lastModified());
        }
        try {
            Files.createDirectories(folder);
            ByteArrayOutputStream about = new ByteArrayOutputStream();
            properties.store(about, null);
            replace(folder.resolve(name), fresh.bytes());
            replace(folder.resolve(name + ".properties"), about.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("the copy of " + name + " can't be kept in " + folder, e);
        }
    }

    /** A reader sees the old file or the new one, never half of it. */
    private static void replace(Path file, byte[] bytes) throws IOException {
        Path half = file.resolveSibling(file.getFileName() + ".part");
        Files.write(half, bytes);
        Files.move(half, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** Stops reading once the body is too large. */
    private static final class Limited implements HttpResponse.BodySubscriber<byte[]> {
        private final long most;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private final CompletableFuture<byte[]> body = new CompletableFuture<>();
        private Flow.@Nullable Subscription subscription;

        Limited(long most) {
            this.most = most;
        }

        @Override
        public CompletionStage<byte[]> getBody() {
            return body;
        }

        @Override
        public void onSubscribe(Flow.Subscription given) {
            subscription = given;
            given.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                if (bytes.size() + (long) buffer.remaining() > most) {
                    java.util.Objects.requireNonNull(subscription).cancel();
                    body.completeExceptionally(new IOException("the answer is larger than " + most + " bytes"));
                    return;
                }
                byte[] part = new byte[buffer.remaining()];
                buffer.get(part);
                bytes.writeBytes(part);
            }
        }

        @Override
        public void onError(Throwable problem) {
            body.completeExceptionally(problem);
        }

        @Override
        public void onComplete() {
            body.complete(bytes.toByteArray());
        }
    }
}
