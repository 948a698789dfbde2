package smeta.calibration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of a folder, all in use together. */
public final class CalibrationFolder {
    private CalibrationFolder() {}

    /**
     * The texts of the {@code .yaml}, {@code .yml} and {@code .json} files by their names.
     *
     * @throws UncheckedIOException if they can't be read
     */
    public static Map<String, String> texts(Path folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(f -> f.toString().matches(".*\\.(ya?ml|json)")).toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the calibrations' folder " + folder + " can't be read", e);
        }
        return texts;
    }

    /** @param defects takes everything that is wrong; while there is anything, the result is not to be used */
    public static Calibrations read(Map<String, String> texts, int share, int staleAfterDays, List<String> defects) {
        Map<String, Calibrations.InUse> all = new TreeMap<>();
        Map<String, String> from = new TreeMap<>();
        texts.forEach((name, text) -> {
            CalibrationFile file = CalibrationFile.read(name, text, defects);
            if (file == null) {
                return;
            }
            for (ModelCalibration model : file.models()) {
                String other = from.putIfAbsent(model.model(), name);
                if (other != null) {
                    defects.add(name + ":1: " + model.model() + " is calibrated in " + other
                            + " too; keep the newer of the two");
                }
                all.put(model.model(), new Calibrations.InUse(model, file.made()));
            }
        });
        return new Calibrations(all, share, staleAfterDays);
    }
}
