package smeta.name;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands before a model's name: an address, a seller, a gateway's route, a maker.
 *
 * @param seller null if none is named; {@code none} for a maker that sells nothing itself
 * @param rest   the name without all that
 * @param names  under which the seller may list it, the longest first
 * @param location where an address says that it is processed; null if none does
 */
record Prefix(
        @Nullable String seller,
        String rest,
        Set<String> names,
        List<String> by,
        @Nullable String location) {
    static Prefix of(String name, NameRules rules) {
        Sellers sellers = rules.sellers();
        String seller = null;
        String rest = name;
        String location = null;
        Set<String> names = new LinkedHashSet<>();
        List<String> by = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Optional<Paths.Address> address = rules.paths().read(rest);
            if (address.isPresent()) {
                names.add(rest);
                seller = seller == null ? address.get().seller() : seller;
                rest = address.get().model();
                location = address.get().location();
                by.add("resource_path");
                continue;
            }
            String word = word(rest, sellers);
            if (word == null) {
                break;
            }
            String after = rest.substring(word.length() + 1).strip();
            Optional<String> named = sellers.seller(word);
            if (seller == null && named.isPresent()) {
                seller = named.get();
                by.add(
                        word.equals(seller)
                                ? "seller_prefix"
                                : sellers.maker(word).isPresent() ? "maker_prefix" : "gateway_prefix");
            } else if (seller == null && sellers.maker(word).isPresent()) {
                seller = sellers.maker(word).get();
                by.add("maker_prefix");
            } else if (sellers.isRoute(word)) {
                names.add(rest);
                by.add("gateway_prefix");
            } else {
                break;
            }
            rest = after;
        }
        names.add(rest);
        if (seller == null && isDotted(rest, rules)) {
            seller = "bedrock";
            by.add("dotted_maker");
        }
        return new Prefix(seller, rest, names, List.copyOf(new LinkedHashSet<>(by)), location);
    }

    /** {@code anthropic.claude-…} and {@code eu.anthropic.claude-…}, as Amazon Bedrock writes its ids. */
    private static boolean isDotted(String name, NameRules rules) {
        int dot = name.indexOf('.');
        if (dot <= 0 || dot == name.length() - 1) {
            return false;
        }
        if (rules.endings().isRegion("bedrock", name.substring(0, dot))) {
            return isDotted(name.substring(dot + 1), rules);
        }
        return rules.sellers().isMaker(name.substring(0, dot)) && Character.isLetter(name.charAt(dot + 1));
    }

    /** What stands before the first slash, or before a colon if that is a seller ({@code openai:gpt-4o}); else null. */
    private static @Nullable String word(String text, Sellers sellers) {
        int slash = text.indexOf('/');
        int colon = text.indexOf(':');
        if (colon > 0 && colon < text.length() - 1 && (slash < 0 || colon < slash)) {
            String word = text.substring(0, colon);
            return sellers.seller(word).isPresent() ? word : null;
        }
        return slash > 0 && slash < text.length() - 1 ? text.substring(0, slash) : null;
    }
}
