package smeta.token.merge;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Byte-pair encoding as its definition says, and slow: of all neighbours that together are a token, the pair of the
 * lowest rank becomes one, from the left, until there is none. Reads the published file itself.
 */
final class PublishedRanks {
    /** By the bytes, each as the character of that number. */
    private final Map<String, Integer> ranks = new HashMap<>();

    private final List<String> texts = new ArrayList<>();

    PublishedRanks(String resource) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(PublishedRanks.class.getResourceAsStream(resource), StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(" ");
                byte[] token = Base64.getDecoder().decode(fields[0]);
                ranks.put(new String(token, StandardCharsets.ISO_8859_1), Integer.valueOf(fields[1]));
                String text = new String(token, StandardCharsets.UTF_8);
                if (text.indexOf('\uFFFD') < 0) {
                    texts.add(text);
                }
            }
        }
    }

    /** The tokens that are text. */
    List<String> texts() {
        return texts;
    }

    /** Tokens of a piece. */
    int count(byte[] utf8, int from, int end) {
        String bytes = new String(utf8, from, end - from, StandardCharsets.ISO_8859_1);
        if (ranks.containsKey(bytes)) {
            return 1;
        }
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < bytes.length(); i++) {
            parts.add(bytes.substring(i, i + 1));
        }
        while (true) {
            int best = -1;
            int least = Integer.MAX_VALUE;
            for (int i = 0; i + 1 < parts.size(); i++) {
                int rank = ranks.getOrDefault(parts.get(i) + parts.get(i + 1), Integer.MAX_VALUE);
                if (rank < least) {
                    least = rank;
                    best = i;
                }
            }
            if (best < 0) {
                return parts.size();
            }
            parts.set(best, parts.get(best) + parts.remove(best + 1));
        }
    }
}
