package smeta.name;

import java.util.HashMap;
import java.util.Map;

/**
 * What is left of an id when nothing in it says who made or who sells the model: {@code
 * anthropic.claude-3-haiku-20240307-v1:0}, {@code databricks-claude-3-haiku-20240307} and {@code
 * anthropic/claude-3-haiku@20240307} all leave {@code claude haiku 3 20240307}. Words that may mean another price (a
 * region, a suffix) stay.
 */
final class PlainNames {
    /** No first words of the rules are more. */
    private static final int MOST_WORDS = 8;

    private final Sellers sellers;
    private final Spelling spelling;
    private final Paths paths;
    private final Map<String, String> firstWords = new HashMap<>();

    PlainNames(RuleFile rules, Sellers sellers, Spelling spelling, Paths paths) {
        this.sellers = sellers;
        this.spelling = spelling;
        this.paths = paths;
        rules.section("first_words").forEach((maker, words) -> {
            for (String word : words.split("\\s+")) {
                firstWords.put(spelling.of(word), maker);
            }
        });
    }

    Spelling spelling() {
        return spelling;
    }

    /** First words of a model's name → the maker's shop. */
    Map<String, String> firstWords() {
        return firstWords;
    }

    String of(String id) {
        String whole = id.strip();
        String rest = withoutRelease(paths.read(whole).map(Paths.Address::model).orElse(whole));
        int slash = rest.indexOf('/');
        while (slash > 0 && slash < rest.length() - 1 && names(rest.substring(0, slash))) {
            rest = rest.substring(slash + 1);
            slash = rest.indexOf('/');
        }
        int dot = rest.indexOf('.');
        if (dot > 0 && dot < rest.length() - 1 && sellers.isMaker(rest.substring(0, dot))) {
            rest = rest.substring(dot + 1);
        }
        return withoutMaker(spelling.of(rest));
    }

    private boolean names(String word) {
        return sellers.isMaker(word) || word.equals("@cf") || word.equals("@hf") || word.equals("workers-ai");
    }

    /**
     * Bedrock's {@code -v1:0}, and what it says of the context: {@code -v1:0:48k}. In {@code anthropic.claude-v2:1} it is
     * the version: a family's word alone is no model.
     */
    private static String withoutRelease(String id) {
        int colon = id.indexOf(':');
        int v = colon < 0 ? -1 : id.lastIndexOf("-v", colon);
        if (v > 0 && id.lastIndexOf('-', v - 1) > 0 && digits(id, v + 2, colon) && digits(id, colon + 1, colon + 2)) {
            String rest = id.substring(colon + 2);
            return rest.isEmpty() ? id.substring(0, v) : id.substring(0, v) + rest;
        }
        return id;
    }

    private static boolean digits(String text, int from, int to) {
        if (from >= to || to > text.length()) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    /** Without a seller's or maker's word that stands before a model's first word: {@code databricks claude …}. */
    private String withoutMaker(String words) {
        String rest = words;
        for (int i = 0; i < 2; i++) {
            int space = rest.indexOf(' ');
            if (space < 0) {
                return rest;
            }
            String first = rest.substring(0, space);
            boolean named = sellers.isMaker(first) || sellers.seller(first).isPresent();
            if (!named || !startsLikeAModel(rest.substring(space + 1))) {
                return rest;
            }
            rest = rest.substring(space + 1);
        }
        return rest;
    }

    private boolean startsLikeAModel(String words) {
        for (int end = first(words); end > 0; end = words.lastIndexOf(' ', end - 1)) {
            if (firstWords.containsKey(words.substring(0, end))) {
                return true;
            }
        }
        return false;
    }

    /** Where the first words end that a rule may name. */
    static int first(String words) {
        int end = -1;
        for (int i = 0; i < MOST_WORDS; i++) {
            end = words.indexOf(' ', end + 1);
            if (end < 0) {
                return words.length();
            }
        }
        return end;
    }
}
