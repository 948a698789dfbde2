import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether two processes answer alike: {@code java tools/compare/Replicas.java http://localhost:8080 http://localhost:8081} asks both for
 * every GET (the list and the wide list in pages, every model of the main list, the catalogue, its snapshot, the exchange rates, the
 * document of the contract) and compares status, ETag and body byte by byte. Prints what differs; ends with 1 if anything does.
 */
public class Replicas {
    private static final HttpClient CLIENT = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern LAST = Pattern.compile("\"last_id\":\"([^\"]+)\"");

    public static void main(String[] arguments) throws Exception {
        URI one = URI.create(arguments[0]);
        URI other = URI.create(arguments[1]);
        List<String> paths = new ArrayList<>(List.of("/v1/models", "/v1/catalogue", "/v1/catalogue/snapshot",
                "/v1/exchange-rates", "/q/openapi", "/v1/models/resolve?name=gpt-4o&name=claude-sonnet-4-5&name=gtp-4o"));
        Matcher ids = ID.matcher(new String(get(one, "/v1/models").body()));
        while (ids.find()) {
            paths.add("/v1/models/" + ids.group(1).replace(" ", "%20") + "?include=sources");
        }
        for (String after = ""; after != null; ) {
            String page = "/v1/models?list=all&limit=1000" + after;
            paths.add(page);
            String body = new String(get(one, page).body());
            Matcher last = LAST.matcher(body);
            after = body.contains("\"has_more\":true") && last.find() ? "&after=" + last.group(1) : null;
        }
        int differ = 0;
        int tagged = 0;
        long bytes = 0;
        for (String path : paths) {
            HttpResponse<byte[]> here = get(one, path);
            HttpResponse<byte[]> there = get(other, path);
            boolean alike = here.statusCode() == there.statusCode() && Arrays.equals(here.body(), there.body())
                    && here.headers().firstValue("ETag").equals(there.headers().firstValue("ETag"));
            if (!alike) {
                differ++;
                System.out.println("differs: " + path);
            }
            tagged += here.headers().firstValue("ETag").isPresent() ? 1 : 0;
            bytes += here.body().length;
        }
        System.out.printf("%d answers, %d with an ETag, %d KB: %d differ%n", paths.size(), tagged, bytes / 1024, differ);
        System.exit(differ == 0 ? 0 : 1);
    }

    private static HttpResponse<byte[]> get(URI service, String path) throws Exception {
        return CLIENT.send(HttpRequest.newBuilder(service.resolve(path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }
}
