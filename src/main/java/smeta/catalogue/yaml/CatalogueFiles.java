package smeta.catalogue.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import smeta.catalogue.CatalogueDefects;

/**
 * Where the catalogue's files come from: the program itself, and a folder whose files replace those of the same
 * provider.
 */
public final class CatalogueFiles {
    private static final String FOLDER = "/catalogue/";
    /** Of one file; a character may have up to four bytes. */
    private static final long MOST_BYTES = 4L * Yaml.MOST_CHARACTERS;

    private static final long MOST_BYTES_TOGETHER = 20_000_000;
    private static final Pattern PROVIDER = Pattern.compile("(?m)^provider:\\s*[\"']?([^\"'#\\s]+)");

    private CatalogueFiles() {}

    /** The files that ship with the program; {@code index} lists them, because a native image can't list a folder. */
    public static Map<String, String> bundled() {
        Map<String, String> files = new LinkedHashMap<>();
        for (String name : resource("index")
                .lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .toList()) {
            files.put(name, resource(name));
        }
        return files;
    }

    /**
     * The given files, and those of the folder in place of the ones of the same provider.
     *
     * @throws UncheckedIOException if the folder can't be read
     * @throws CatalogueDefects if a file, or all of them together, are too large to be read
     */
    public static Map<String, String> overriddenBy(Map<String, String> files, Path folder) {
        Map<String, String> result = new LinkedHashMap<>(files);
        List<Path> paths = yaml(folder);
        requireSizes(paths);
        for (Path path : paths) {
            String text = read(path);
            String provider = provider(text);
            // only what ships is replaced: two files of one provider in the folder are a defect, which the reader
            // reports
            result.entrySet()
                    .removeIf(e -> provider != null
                            && e.getValue().equals(files.get(e.getKey()))
                            && provider.equals(provider(e.getValue())));
            String name = path.getFileName().toString();
            result.put(provider != null && result.containsKey(name) ? folder.getFileName() + "/" + name : name, text);
        }
        return result;
    }

    private static void requireSizes(List<Path> paths) {
        List<String> defects = new ArrayList<>();
        long all = 0;
        for (Path path : paths) {
            long bytes = size(path);
            all += bytes;
            if (bytes > MOST_BYTES) {
                defects.add(path.getFileName() + ":1: expected at most " + MOST_BYTES + " bytes, found " + bytes
                        + "; split the file by provider");
            }
        }
        if (all > MOST_BYTES_TOGETHER) {
            defects.add(paths.get(0).getFileName() + ":1: expected at most " + MOST_BYTES_TOGETHER
                    + " bytes in all files of the folder, found " + all);
        }
        if (!defects.isEmpty()) {
            throw new CatalogueDefects(defects);
        }
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read", e);
        }
    }

    private static List<Path> yaml(Path folder) {
        try (Stream<Path> paths = Files.list(folder)) {
            List<Path> found = new ArrayList<>(paths.filter(
                            p -> p.toString().endsWith(".yaml") || p.toString().endsWith(".yml"))
                    .toList());
            found.sort(null);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException("the catalogue folder " + folder + " can't be read", e);
        }
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(path + " can't be read as UTF-8", e);
        }
    }

    private static @org.jspecify.annotations.Nullable String provider(String text) {
        Matcher matcher = PROVIDER.matcher(text);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static String resource(String name) {
        try (InputStream in = CatalogueFiles.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its file " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
