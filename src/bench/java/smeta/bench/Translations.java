package smeta.bench;

import java.lang.Character.UnicodeScript;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What programs say in other languages: the page's messages, and the gettext catalogues of the machine or else the
 * JDK's names of locales, countries, zones and currencies. Each message once.
 */
final class Translations {
    private static final Path INSTALLED = Path.of("/usr/share/locale");
    private static final Path PAGE = Path.of("src/main/resources/META-INF/resources/app/messages");

    private Translations() {}

    static Corpus corpus(Language language) {
        List<String> locales = language.locales();
        List<String> messages = new ArrayList<>(installed(locales));
        String source = "gettext of the machine (" + String.join(", ", locales) + ")";
        if (messages.isEmpty()) {
            for (String locale : locales) {
                messages.addAll(LocaleNames.of(Locale.forLanguageTag(locale.replace('_', '-'))));
            }
            source = "the JDK's names (" + String.join(", ", locales) + ")";
        }
        Collections.shuffle(messages, new Random(Corpora.SEED));
        Path page = PAGE.resolve(locales.get(0).substring(0, 2) + ".json");
        Stream<String> pages = Files.exists(page) ? Json.strings(page) : Stream.empty();
        return Corpus.of(language.name(), (Files.exists(page) ? "the page's messages, " : "") + source,
                Stream.concat(pages, messages.stream())
                        .filter(text -> language.script() == null || mostly(language.script(), text))
                        .map(text -> text + "\n"));
    }

    private static Set<String> installed(List<String> locales) {
        Set<String> messages = new LinkedHashSet<>();
        for (String locale : locales) {
            Path directory = INSTALLED.resolve(locale).resolve("LC_MESSAGES");
            if (Files.isDirectory(directory)) {
                for (Path file : ProjectFiles.under(directory, ".mo")) {
                    GettextFile.translations(file).filter(message -> !message.isBlank()).forEach(messages::add);
                }
            }
        }
        return messages;
    }

    private static boolean mostly(UnicodeScript script, String text) {
        int[] letters = text.codePoints().filter(Character::isLetter).toArray();
        return 2 * Arrays.stream(letters).filter(c -> UnicodeScript.of(c) == script).count() > letters.length;
    }
}
