package smeta.http.library;

import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import smeta.calibration.CalibrationFolder;
import smeta.calibration.Calibrations;
import smeta.http.SmetaConfig;

/** The calibrations of the configured folder. While there are defects, the last good ones stay in use. */
final class LearntFiles {
    private static final Logger LOG = Logger.getLogger(LearntFiles.class);

    private final Optional<Path> folder;
    private final int share;
    private final int staleAfterDays;
    private Map<String, String> lastTexts = Map.of();
    private List<String> defects = List.of();
    private volatile Calibrations current = Calibrations.NONE;

    LearntFiles(SmetaConfig.CalibrationsConfig config) {
        folder = config.folder().map(Path::of);
        share = new BigDecimal(config.high()).movePointRight(1).intValueExact();
        staleAfterDays = config.staleAfterDays();
    }

    Calibrations current() {
        return current;
    }

    boolean isEmpty() {
        return current.size() == 0;
    }

    /** Whether there are others now. */
    synchronized boolean reload() {
        if (folder.isEmpty()) {
            return false;
        }
        List<String> found = new ArrayList<>();
        try {
            Map<String, String> texts = CalibrationFolder.texts(folder.get());
            if (texts.equals(lastTexts)) {
                return false;
            }
            lastTexts = texts;
            Calibrations read = CalibrationFolder.read(texts, share, staleAfterDays, found);
            if (found.isEmpty()) {
                current = read;
                defects = List.of();
                LOG.infof("calibrations: %d models from %d files", read.size(), texts.size());
                return true;
            }
        } catch (UncheckedIOException e) {
            found.add(e.getMessage());
        }
        if (!found.equals(defects)) {
            defects = List.copyOf(found);
            LOG.errorf(
                    "the calibrations' folder has %d defects, so the last good calibrations stay in use:%n%s",
                    found.size(), String.join(System.lineSeparator(), found));
        }
        return false;
    }
}
