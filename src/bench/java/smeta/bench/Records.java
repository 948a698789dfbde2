package smeta.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Makes JSON as clients send it: chat requests in one line, orders over several. */
final class Records {
    private static final List<String> MODELS = List.of("gpt-4o-mini", "gpt-4.1", "qwen-plus", "o4-mini");
    private static final List<String> STATES = List.of("open", "paid", "in_transit", "delivered", "returned");
    private final Random random = new Random(Corpora.SEED);
    private final List<String> countries = LocaleNames.countries(Locale.ENGLISH);
    private final List<String> zones = ZoneId.getAvailableZoneIds().stream().sorted().toList();
    private final ObjectMapper mapper = new ObjectMapper();
    private final ObjectWriter pretty = mapper.writerWithDefaultPrettyPrinter();
    private final List<String> sentences;
    private int said;

    Records(List<String> sentences) {
        this.sentences = new ArrayList<>(sentences);
        Collections.shuffle(this.sentences, random);
    }

    String next() {
        try {
            return (random.nextBoolean() ? mapper.writeValueAsString(request()) : pretty.writeValueAsString(order()))
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, Object> request() {
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("model", one(MODELS));
        request.put("temperature", BigDecimal.valueOf(random.nextInt(20), 1));
        request.put("max_tokens", 100 * (1 + random.nextInt(40)));
        List<Map<String, Object>> messages = new ArrayList<>();
        messages.add(message("system", 1 + random.nextInt(3)));
        for (int turns = random.nextInt(4); turns > 0; turns--) {
            messages.add(message("user", 1 + random.nextInt(2)));
            messages.add(message("assistant", 1 + random.nextInt(5)));
        }
        messages.add(message("user", 1 + random.nextInt(3)));
        request.put("messages", messages);
        request.put("stream", random.nextBoolean());
        return request;
    }

    private Map<String, Object> message(String role, int length) {
        List<String> content = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            content.add(sentence());
        }
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("role", role);
        message.put("content", String.join(" ", content));
        return message;
    }

    private Map<String, Object> order() {
        Map<String, Object> order = new LinkedHashMap<>();
        order.put("order", 100_000 + random.nextInt(900_000));
        order.put("created_at", LocalDateTime.of(2025, 1, 1, 0, 0).plusSeconds(random.nextInt(40_000_000)) + "Z");
        order.put("state", one(STATES));
        order.put("ship_to", Map.of("country", one(countries)));
        order.put("time_zone", one(zones));
        List<Map<String, Object>> items = new ArrayList<>();
        for (int i = random.nextInt(4); i >= 0; i--) {
            Map<String, Object> item = new LinkedHashMap<>();
            item.put("name", name());
            item.put("quantity", 1 + random.nextInt(12));
            item.put("unit_price", BigDecimal.valueOf(random.nextInt(100_000), 2));
            item.put("in_stock", random.nextBoolean());
            items.add(item);
        }
        order.put("items", items);
        order.put("note", random.nextInt(3) == 0 ? sentence() : null);
        return order;
    }

    private String name() {
        String[] words = sentence().split(" ");
        int start = random.nextInt(words.length);
        return String.join(" ", List.of(words).subList(start, Math.min(words.length, start + 3)));
    }

    /** Each once, as long as there are others. */
    private String sentence() {
        return sentences.get(said++ % sentences.size());
    }

    private String one(List<String> of) {
        return of.get(random.nextInt(of.size()));
    }
}
