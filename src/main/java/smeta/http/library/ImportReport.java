package smeta.http.library;

import java.util.List;
import java.util.Map;
import smeta.catalogue.tables.Imported;

/**
 * What became of the configured imports.
 *
 * @param refused import name → why nothing of it is in the catalogue
 */
public record ImportReport(List<Imported> taken, Map<String, String> refused) {
    static final ImportReport NONE = new ImportReport(List.of(), Map.of());
}
