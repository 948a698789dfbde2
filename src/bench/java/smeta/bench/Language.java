package smeta.bench;

import java.lang.Character.UnicodeScript;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the tables that holds what programs say in these locales. Catalogues leave much in English, so that of a
 * language with a script of its own only messages are taken that are mostly in that script; of Japanese, which has three,
 * and of languages in Latin letters all are.
 */
record Language(String name, @Nullable UnicodeScript script, List<String> locales) {
    Language(String name, @Nullable UnicodeScript script, String... locales) {
        this(name, script, List.of(locales));
    }
}
