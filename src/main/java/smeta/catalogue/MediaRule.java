package smeta.catalogue;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a medium becomes tokens, as the catalogue declares it: the name of a rule, its constants, and their source. */
public record MediaRule(String rule, Map<String, String> parameters, String source) {
    public MediaRule {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }
}
