package smeta.library;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a service uses, as {@code GET /v1/catalogue/snapshot} gives it.
 *
 * @param files    of the catalogue, name → content
 * @param wide     the wide list's text; null for the one that ships
 * @param kilo     what k stands for in printed figures
 * @param exchange lines of {@code date,from,to,rate,source}
 * @param seller   whose names come in where a call doesn't say
 */
record ServiceSnapshot(
        Map<String, String> files,
        @Nullable String wide,
        int kilo,
        List<String> exchange,
        BigDecimal markup,
        BigDecimal vat,
        @Nullable String seller) {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String PATH = "/v1/catalogue/snapshot";

    static ServiceSnapshot fetch(URI service) throws IOException, InterruptedException {
        URI address = URI.create(service.toString().replaceAll("/+$", "") + PATH);
        HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(address)
                        .timeout(PATIENCE)
                        .header("Accept", "application/json")
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("expected a snapshot from " + address + ", found the status " + answer.statusCode()
                    + "; is it a Smeta of this version?");
        }
        return read(answer.body(), address);
    }

    private static ServiceSnapshot read(byte[] body, URI address) throws IOException {
        JsonNode tree = new ObjectMapper().readTree(body);
        if (!tree.path("files").isObject()
                || !tree.path("exchange").isArray()
                || !tree.path("kilo").isInt()) {
            throw new IOException("expected a snapshot with files, exchange and kilo from " + address
                    + ", found something else; is it a Smeta of this version?");
        }
        Map<String, String> files = new LinkedHashMap<>();
        tree.get("files")
                .properties()
                .forEach(file -> files.put(file.getKey(), file.getValue().asText()));
        List<String> exchange = new ArrayList<>();
        tree.get("exchange").forEach(line -> exchange.add(line.asText()));
        return new ServiceSnapshot(
                files,
                tree.path("wide").asText(null),
                tree.get("kilo").asInt(),
                exchange,
                new BigDecimal(tree.path("markup").asText("0")),
                new BigDecimal(tree.path("vat").asText("0")),
                tree.path("seller").asText(null));
    }
}
