package smeta.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import smeta.catalogue.compiled.CompiledCatalogue;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.token.Tokenizers;

/**
 * Run by the build: makes the compiled form of the catalogue from its files, by the strict reader, and the tables by which
 * names of the wide list are found. A defect ends the build with a list of all.
 */
public final class CatalogueCompiler {
    private CatalogueCompiler() {}

    /** @param args the folder of the program's classes and files */
    public static void main(String[] args) throws IOException {
        byte[] compiled = CompiledCatalogue.write(
                new CatalogueReader(ShippedCatalogue.KILO, Tokenizers.bundled().names())
                        .read(CatalogueFiles.bundled()));
        Files.write(Path.of(args[0]).resolve(ShippedCatalogue.RESOURCE), compiled);
        Files.write(
                Path.of(args[0]).resolve(WideRows.TABLES_FILE),
                WideRows.bundled().names().tables());
    }
}
