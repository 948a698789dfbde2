package smeta.catalogue.tables;

import java.util.Optional;
import java.util.regex.Pattern;
import smeta.catalogue.Catalogue;
import smeta.catalogue.Model;

/** Which model of the catalogue's own files a table means by a name. */
public final class SameModel {
    private static final Pattern SUFFIX = Pattern.compile(":[a-z]+$");

    private SameModel() {}

    /**
     * By the whole name, or by what stands after the last slash; a suffix like {@code :free} doesn't count. Never by a
     * prefix.
     */
    public static Optional<Model> in(Catalogue own, String name) {
        String plain = SUFFIX.matcher(name).replaceAll("");
        return own.find(plain).or(() -> own.find(plain.substring(plain.lastIndexOf('/') + 1)));
    }
}
