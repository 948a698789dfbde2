package smeta.http.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.CatalogueNames;
import smeta.contract.Contract;
import smeta.contract.ContractReader;

/** The configured contract: its file as it stands now, and the last contract that was in order. */
final class ContractFile {
    private static final Logger LOG = Logger.getLogger(ContractFile.class);
    /** Tens of thousands of names. */
    private static final long MOST_BYTES = 4_000_000;

    private final @Nullable Path path;
    private @Nullable Contract good;
    private List<String> defects = List.of();

    ContractFile(@Nullable Path path) {
        this.path = path;
    }

    boolean isConfigured() {
        return path != null;
    }

    /** Equal while the file doesn't change: its text, or why there is none. */
    List<String> state() {
        if (path == null) {
            return List.of();
        }
        try {
            return Files.size(path) > MOST_BYTES
                    ? List.of("", path + ": expected a file of at most " + MOST_BYTES + " bytes")
                    : List.of(Files.readString(path));
        } catch (IOException e) {
            return List.of("", path + " can't be read as UTF-8: " + e);
        }
    }

    /** The names at the agreed prices. Where the file has defects, the last good contract stays. */
    CatalogueNames over(CatalogueNames plain) {
        if (path == null) {
            return plain;
        }
        List<String> state = state();
        ContractReader.Read read = state.size() > 1
                ? new ContractReader.Read(null, state.subList(1, 2))
                : ContractReader.read(path.getFileName().toString(), state.get(0), plain);
        report(read.defects());
        if (read.contract() != null) {
            good = read.contract();
        }
        return good == null ? plain : good.over(plain);
    }

    private void report(List<String> found) {
        if (!found.isEmpty() && !found.equals(defects)) {
            LOG.errorf(
                    "the contract has %d defects, so %s:%n%s",
                    found.size(),
                    good == null ? "none is in use" : "the last good one stays in use",
                    String.join(System.lineSeparator(), found));
        }
        defects = found;
    }

    /** What is in use; null if no contract is configured. */
    @Nullable
    ContractReport report() {
        return path == null ? null : ContractReport.of(good, defects);
    }
}
