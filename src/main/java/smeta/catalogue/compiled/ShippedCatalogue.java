package smeta.catalogue.compiled;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;

/** The catalogue that comes with the program: compiled, or read from its files where that wouldn't be the same. */
public final class ShippedCatalogue {
    /** Where the build puts the compiled form, beside the files that it is made of. */
    public static final String RESOURCE = "catalogue/models.bin";

    /** What k stands for in the compiled form. */
    public static final int KILO = 1000;

    private ShippedCatalogue() {}

    /**
     * @param kilo       what k stands for in round figures: 1000 (the safe reading) or 1024
     * @param tokenizers the names that a model's tokenizer may have
     */
    public static Catalogue read(int kilo, Set<String> tokenizers) {
        Catalogue compiled = kilo == KILO ? Compiled.CATALOGUE : null;
        return compiled == null ? new CatalogueReader(kilo, tokenizers).read(CatalogueFiles.bundled()) : compiled;
    }

    /**
     * Read when this is initialised: a native image has the names and their index in memory from the start. Models are
     * made later, since they hold currencies.
     */
    private static final class Compiled {
        static final @Nullable Catalogue CATALOGUE = catalogue();

        private static @Nullable Catalogue catalogue() {
            byte[] bytes = compiled();
            if (bytes == null) {
                return null;
            }
            Catalogue catalogue = CompiledCatalogue.read(bytes);
            catalogue.index();
            return catalogue;
        }
    }

    /** Null where classes and files lie in a folder, as in development, and some are newer than the compiled form. */
    private static byte @Nullable [] compiled() {
        URL place = ShippedCatalogue.class.getResource("/" + RESOURCE);
        Path folder = folder(ShippedCatalogue.class.getResource("/catalogue/index"));
        if (folder != null && (place == null || isOlder(Path.of(URI.create(place.toString())), folder))) {
            return null;
        }
        if (place == null) {
            throw new IllegalStateException("the program lacks its file /" + RESOURCE);
        }
        try (InputStream in = ShippedCatalogue.class.getResourceAsStream("/" + RESOURCE)) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The folder above that of the resource; null if it lies in an archive or in the program itself. */
    private static @Nullable Path folder(@Nullable URL resource) {
        if (resource == null || !resource.getProtocol().equals("file")) {
            return null;
        }
        Path parent = Path.of(URI.create(resource.toString())).getParent();
        return parent == null ? null : parent.getParent();
    }

    private static boolean isOlder(Path compiled, Path folder) {
        long made = compiled.toFile().lastModified();
        return Stream.of("catalogue", "smeta/catalogue", "smeta/price", "smeta/meter", "smeta/media")
                .map(folder::resolve)
                .filter(Files::isDirectory)
                .anyMatch(part -> isNewer(part, made));
    }

    private static boolean isNewer(Path folder, long time) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toFile).filter(File::isFile).anyMatch(file -> file.lastModified() > time);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
