package smeta.catalogue.imports;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;

/**
 * The catalogue with imports beside its own files. Own files win: an import appears under a provider of its own, and
 * cannot take the name of another.
 *
 * @param refused import name → why none of it was taken
 */
public record Merged(Catalogue catalogue, List<Imported> imports, Map<String, String> refused) {
    private static final Pattern PLACE = Pattern.compile("(import-[^:]+):([0-9]+): (.*)");
    private static final int TRIES = 4;

    /**
     * Adds one import after the other. Rows that the catalogue's reader refuses are left out and flagged; an import
     * that can't be read even so is refused, and the others stay.
     *
     * @param reader makes a catalogue of files, or throws {@link CatalogueDefects}
     */
    public static Merged of(
            Map<String, String> own,
            Catalogue base,
            List<Imported> imports,
            Function<Map<String, String>, Catalogue> reader) {
        Map<String, String> files = new LinkedHashMap<>(own);
        Catalogue catalogue = base;
        List<Imported> taken = new ArrayList<>();
        Map<String, String> refused = new LinkedHashMap<>();
        for (Imported imported : imports) {
            String provider = imported.source().provider();
            if (catalogue.countsByProvider().containsKey(provider)) {
                refused.put(
                        imported.source().name(),
                        "the provider “" + provider + "” is there already; configure another for the import");
                continue;
            }
            Imported current = imported;
            for (int i = 0; ; i++) {
                try {
                    Map<String, String> with = new LinkedHashMap<>(files);
                    with.put(current.fileName(), current.text());
                    catalogue = reader.apply(with);
                    files = with;
                    taken.add(current);
                    break;
                } catch (CatalogueDefects e) {
                    Map<Integer, String> lines = lines(current.fileName(), e.defects());
                    current = current.without(lines);
                    if (lines.isEmpty() || current.models().isEmpty() || i == TRIES) {
                        refused.put(imported.source().name(), e.defects().get(0));
                        break;
                    }
                }
            }
        }
        return new Merged(catalogue, taken, refused);
    }

    private static Map<Integer, String> lines(String file, List<String> defects) {
        Map<Integer, String> lines = new LinkedHashMap<>();
        for (String defect : defects) {
            Matcher matcher = PLACE.matcher(defect);
            if (matcher.matches() && matcher.group(1).equals(file)) {
                lines.putIfAbsent(Integer.valueOf(matcher.group(2)), matcher.group(3));
            }
        }
        return lines;
    }
}
