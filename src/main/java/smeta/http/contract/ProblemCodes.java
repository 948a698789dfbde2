package smeta.http.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which problems an operation can have, by status: code → meaning. A line of {@code problems.tsv} holds for operations
 * by name, or for all of a group: {@code all}, {@code bodies} (those that read one), {@code prompts} (a vendor's request),
 * {@code vendors} (the vendors' own endpoints).
 */
final class ProblemCodes {
    private static final Set<String> VENDORS = Set.of("countAnthropicTokens", "countOpenAiTokens", "countGeminiTokens");
    private static final Set<String> PROMPTS = Set.of("estimate", "check", "checkAtVendorPath", "budget");

    private final List<String[]> lines;

    private ProblemCodes(List<String[]> lines) {
        this.lines = lines;
    }

    static ProblemCodes read() {
        return new ProblemCodes(ContractResources.text("problems.tsv")
                .lines()
                .skip(1)
                .map(line -> line.split("\t"))
                .toList());
    }

    static boolean isVendors(String operation) {
        return VENDORS.contains(operation);
    }

    /** In the order of the file. A vendor's endpoint says 400 for what is 422 elsewhere. */
    Map<String, Map<String, String>> of(String operation, boolean hasBody) {
        Map<String, Map<String, String>> byStatus = new LinkedHashMap<>();
        for (String[] line : lines) {
            if (List.of(line[2].split(",")).stream().anyMatch(where -> holds(where, operation, hasBody))) {
                for (String status : line[0].split(",")) {
                    byStatus.computeIfAbsent(
                                    status.equals("422") && isVendors(operation) ? "400" : status,
                                    s -> new LinkedHashMap<>())
                            .put(line[1], line[3]);
                }
            }
        }
        return byStatus;
    }

    private static boolean holds(String where, String operation, boolean hasBody) {
        return switch (where) {
            case "all" -> true;
            case "bodies" -> hasBody;
            case "vendors" -> isVendors(operation);
            case "prompts" -> isVendors(operation) || PROMPTS.contains(operation);
            default -> where.equals(operation);
        };
    }
}
