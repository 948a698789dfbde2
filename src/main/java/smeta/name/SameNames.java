package smeta.name;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Other names of listed offers, at the same price, as their sellers say. Immutable. */
final class SameNames {
    private final Map<String, String> listed = new HashMap<>();

    SameNames(RuleFile rules, Spelling spelling) {
        rules.section("same").forEach((name, key) -> {
            int slash = name.indexOf('/');
            listed.put(name.substring(0, slash + 1) + spelling.of(name.substring(slash + 1)), key);
        });
    }

    /** The listed offer's {@code seller/id}; null if the name is no other's. */
    @Nullable
    String of(String seller, String words) {
        return listed.get(seller + "/" + words);
    }

    /** Each {@code seller/words} and the listed offer's {@code seller/id}. */
    void each(BiConsumer<String, String> take) {
        listed.forEach(take);
    }
}
