package smeta.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What two spellings of one name have in common: its words and numbers in lower case. {@code Claude-3.5-Sonnet}, {@code
 * claude_3-5-sonnet} and {@code claude-sonnet-3-5} are all {@code claude sonnet 3 5}; {@code llama3.1}, {@code
 * llama-3.1} and {@code llama3p1} are {@code llama 3 1}. Digits are never joined or parted: {@code 4.1} is not {@code
 * 41}.
 */
final class Spelling {
    private final Map<String, Set<String>> eitherOrder = new HashMap<>();
    private final Map<String, String> rewritten;
    /** Rules that walk one name ask for its words again and again. */
    private volatile Spelled last = new Spelled("", "");

    private record Spelled(String name, String words) {}

    Spelling(RuleFile rules) {
        rules.section("either_order")
                .forEach((first, words) -> eitherOrder.put(first, new HashSet<>(List.of(words.split("\\s+")))));
        rewritten = rules.section("spellings");
    }

    String of(String name) {
        Spelled known = last;
        if (!known.name.equals(name)) {
            known = new Spelled(name, spelled(name));
            last = known;
        }
        return known.words;
    }

    private String spelled(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> one : rewritten.entrySet()) {
            if (text.startsWith(one.getKey())) {
                text = one.getValue() + text.substring(one.getKey().length());
            }
        }
        StringBuilder words = new StringBuilder(2 * text.length());
        boolean plain = true;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && i > start && same(text.charAt(i - 1), text.charAt(i))) {
                continue;
            }
            if (i > start && Character.isLetterOrDigit(text.charAt(start)) && !isPoint(text, start, i)) {
                plain &= !isYear(text, start, i) && !mayStandFirst(text, start, i);
                words.append(words.isEmpty() ? "" : " ").append(text, start, i);
            }
            start = i;
        }
        return plain ? words.toString() : String.join(" ", ordered(dates(split(words))));
    }

    private static List<String> split(StringBuilder words) {
        return new ArrayList<>(List.of(words.toString().split(" ")));
    }

    private static boolean isYear(String text, int start, int end) {
        return end == start + 4 && text.startsWith("20", start);
    }

    private boolean mayStandFirst(String text, int start, int end) {
        return Character.isLetter(text.charAt(start)) && eitherOrder.containsKey(text.substring(start, end));
    }

    /** Fireworks writes 3p1 for 3.1. */
    private static boolean isPoint(String text, int start, int end) {
        return end == start + 1
                && text.charAt(start) == 'p'
                && start > 0
                && Character.isDigit(text.charAt(start - 1))
                && end < text.length()
                && Character.isDigit(text.charAt(end));
    }

    private static boolean same(char before, char after) {
        return Character.isDigit(before)
                ? Character.isDigit(after)
                : Character.isLetter(before) && Character.isLetter(after);
    }

    static boolean isNumber(String word) {
        return !word.isEmpty() && Character.isDigit(word.charAt(0));
    }

    private static boolean isNumber(String word, int digits, String start) {
        return isNumber(word) && word.length() == digits && word.startsWith(start);
    }

    /** {@code 2024-08-06} is the same day as {@code 20240806}. */
    private static List<String> dates(List<String> words) {
        for (int i = 0; i + 2 < words.size(); i++) {
            if (isNumber(words.get(i), 4, "20")
                    && isNumber(words.get(i + 1), 2, "")
                    && isNumber(words.get(i + 2), 2, "")) {
                words.set(i, words.get(i) + words.remove(i + 1) + words.remove(i + 1));
            }
        }
        return words;
    }

    /** Claude 3.5 Sonnet and Claude Sonnet 4.5: the word first, then the version. */
    private List<String> ordered(List<String> words) {
        for (int start = 0; start < words.size(); start++) {
            Set<String> names = eitherOrder.get(words.get(start));
            int i = start + 1;
            while (names != null
                    && i < words.size()
                    && isNumber(words.get(i))
                    && words.get(i).length() <= 2) {
                i++;
            }
            if (names != null && i > start + 1 && i < words.size() && names.contains(words.get(i))) {
                words.add(start + 1, words.remove(i));
            }
        }
        return words;
    }
}
