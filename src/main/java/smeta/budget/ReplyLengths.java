package smeta.budget;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import smeta.estimate.Numbers;

/** Reads how long replies are: {@code 800}, or {@code p50:600,p95:2400}. */
public final class ReplyLengths {
    public static final String EXPECTED = "tokens like 800, or p50:600,p95:2400";

    private ReplyLengths() {}

    public static ReplyLength parse(String text) {
        if (!text.contains(":")) {
            return ReplyLength.average(Numbers.count(text));
        }
        Map<String, Long> parts = new LinkedHashMap<>();
        for (String one : text.split(",")) {
            String[] pair = one.strip().split(":");
            if (!List.of("p50", "p95").contains(pair[0].strip())) {
                throw new IllegalArgumentException("neither p50 nor p95");
            }
            parts.put(pair[0].strip(), Numbers.count(pair[1].strip()));
        }
        Long middle = parts.get("p50");
        if (middle == null) {
            throw new IllegalArgumentException("no p50");
        }
        return new ReplyLength(middle, parts.get("p95"));
    }
}
