package smeta.estimate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.prompt.Prompt;
import smeta.token.TokenCount;

/**
 * What a vendor does with the reasoning that was written before the user's last message and is sent back. The table
 * {@code earlier-reasoning.tsv} says it by model, with the source; the body may ask for the other.
 */
enum EarlierReasoning {
    KEPT,
    STRIPPED,
    /** The vendor's pages differ, or say nothing: none of it may be in the prompt, or all of it. */
    EITHER;

    private static final List<Rule> RULES = rules();

    static EarlierReasoning of(Prompt prompt, Model model) {
        if (prompt.keepsReasoning() != null) {
            return prompt.keepsReasoning() ? KEPT : STRIPPED;
        }
        String name = model.id().toLowerCase(Locale.ROOT).replace('.', '-');
        return RULES.stream()
                .filter(rule -> rule.name.matcher(name).find())
                .findFirst()
                .map(Rule::rule)
                .orElse(EITHER);
    }

    /** What is in the prompt, of reasoning of that size. */
    Count count(TokenCount whole) {
        return switch (this) {
            case KEPT -> Count.between(whole.low(), whole.likely(), whole.high());
            case STRIPPED -> Count.ZERO;
            case EITHER -> Count.between(0, whole.likely(), whole.high());
        };
    }

    private record Rule(Pattern name, EarlierReasoning rule) {}

    private static List<Rule> rules() {
        try (InputStream in = EarlierReasoning.class.getResourceAsStream("/smeta/estimate/earlier-reasoning.tsv");
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .map(cells -> new Rule(Pattern.compile(cells[0]), valueOf(cells[1].toUpperCase(Locale.ROOT))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("reading the table of earlier reasoning", e);
        }
    }
}
