package smeta.token.fit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Texts that are not in the fit, with their tokens by the reference tokenizers; tools/fit/write.mjs made the file. */
record EstimateFixture(List<Row> rows) {
    /** @param tokens by family; {@code features} are the columns as the script reads them */
    record Row(String kind, Map<String, Long> tokens, long[] features, String text) {}

    static EstimateFixture read() {
        try (InputStream in = EstimateFixture.class.getResourceAsStream("/estimates/fixture.tsv")) {
            List<String[]> lines = new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("# "))
                    .map(line -> line.split("\t"))
                    .toList();
            String[] names = lines.get(0);
            List<Row> rows = new ArrayList<>();
            for (String[] fields : lines.subList(1, lines.size())) {
                Map<String, Long> tokens = new LinkedHashMap<>();
                for (int i = 1; i < names.length - 2; i++) {
                    tokens.put(names[i], Long.parseLong(fields[i]));
                }
                int last = fields.length - 1;
                rows.add(new Row(fields[0], tokens, numbers(fields[last - 1]), unescaped(fields[last])));
            }
            return new EstimateFixture(rows);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> families() {
        return rows.get(0).tokens().keySet().stream()
                .filter(name -> !name.equals("o200k"))
                .toList();
    }

    private static long[] numbers(String list) {
        return Arrays.stream(list.split(",")).mapToLong(Long::parseLong).toArray();
    }

    private static String unescaped(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                char next = text.charAt(++i);
                plain.append(next == 'n' ? '\n' : next == 't' ? '\t' : next);
            } else {
                plain.append(c);
            }
        }
        return plain.toString();
    }
}
