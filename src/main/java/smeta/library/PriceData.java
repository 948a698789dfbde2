package smeta.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.calibration.CalibrationFolder;
import smeta.calibration.Calibrations;
import smeta.catalogue.Catalogue;
import smeta.catalogue.CatalogueDefects;
import smeta.catalogue.CatalogueNames;
import smeta.catalogue.compiled.ShippedCatalogue;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.contract.ContractReader;
import smeta.estimate.Estimator;
import smeta.money.ExchangeRates;
import smeta.money.Surcharges;
import smeta.token.Tokenizers;

/** What answers are made of: tokenizers, models with their names and prices, exchange rates. Immutable. */
record PriceData(
        Tokenizers tokenizers, Catalogue catalogue, CatalogueNames names, ExchangeRates exchange, Estimator estimator) {
    /** What k stands for in printed figures like 8k: the safe reading. */
    private static final int KILO = ShippedCatalogue.KILO;
    /** Of prompts that are not above an upper bound, in tenths of a percent; as a service has it unless it is told. */
    private static final int NOT_ABOVE = 995;

    private static final int STALE_AFTER_DAYS = 90;

    static PriceData bundled() {
        Tokenizers tokenizers = Tokenizers.bundled();
        Catalogue catalogue = ShippedCatalogue.read(KILO, tokenizers.names()).with(WideRows.bundled());
        return of(tokenizers, catalogue, null, ExchangeRates.bundled(), Surcharges.NONE);
    }

    static PriceData ofFolder(Path folder) {
        return of(
                CatalogueFiles.overriddenBy(CatalogueFiles.bundled(), folder),
                WideRows.bundled(),
                KILO,
                null,
                ExchangeRates.bundled(),
                Surcharges.NONE);
    }

    static PriceData of(ServiceSnapshot snapshot) {
        return of(
                snapshot.files(),
                snapshot.wide() == null ? WideRows.bundled() : WideRows.of(snapshot.wide()),
                snapshot.kilo(),
                snapshot.seller(),
                ExchangeRates.read("exchange", snapshot.exchange()),
                new Surcharges(snapshot.markup(), snapshot.vat()));
    }

    PriceData calibrated(Path folder) {
        List<String> defects = new ArrayList<>();
        Calibrations read =
                CalibrationFolder.read(CalibrationFolder.texts(folder), NOT_ABOVE, STALE_AFTER_DAYS, defects);
        if (!defects.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", defects));
        }
        return new PriceData(tokenizers, catalogue, names, exchange, estimator.with(read));
    }

    PriceData contracted(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " can't be read as UTF-8", e);
        }
        ContractReader.Read read = ContractReader.read(file.getFileName().toString(), text, names);
        if (read.contract() == null) {
            throw new IllegalArgumentException(String.join("\n", read.defects()));
        }
        CatalogueNames agreed = read.contract().over(names);
        return new PriceData(
                tokenizers, agreed.catalogue(), agreed, exchange, estimator.with(agreed.catalogue()::offer));
    }

    private static PriceData of(
            Map<String, String> files,
            WideRows wide,
            int kilo,
            @Nullable String seller,
            ExchangeRates exchange,
            Surcharges surcharges) {
        Tokenizers tokenizers = Tokenizers.bundled();
        Catalogue catalogue;
        try {
            catalogue =
                    new CatalogueReader(kilo, tokenizers.names()).read(files).with(wide);
        } catch (CatalogueDefects e) {
            throw new IllegalArgumentException(String.join("\n", e.defects()), e);
        }
        return of(tokenizers, catalogue, seller, exchange, surcharges);
    }

    private static PriceData of(
            Tokenizers tokenizers,
            Catalogue catalogue,
            @Nullable String seller,
            ExchangeRates exchange,
            Surcharges surcharges) {
        return new PriceData(
                tokenizers,
                catalogue,
                CatalogueNames.of(catalogue, seller),
                exchange,
                new Estimator(exchange, surcharges).with(catalogue::offer));
    }
}
