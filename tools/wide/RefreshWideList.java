import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import smeta.catalogue.Catalogue;
import smeta.catalogue.yaml.CatalogueFiles;
import smeta.catalogue.yaml.CatalogueReader;
import smeta.catalogue.wide.WideRows;
import smeta.catalogue.tables.ImportFormat;
import smeta.catalogue.tables.ImportSource;
import smeta.catalogue.tables.Imported;
import smeta.catalogue.tables.Importer;
import smeta.catalogue.tables.WideMerge;
import smeta.money.ExchangeRates;
import smeta.token.Tokenizers;

/**
 * Makes the wide list's file from public tables and prints what changed: {@code FILE FORMAT=TABLE@DAY …}, where a table
 * is a file or an address (docs/catalogue.md).
 */
public final class RefreshWideList {
    private static final String FORM = "expected FORMAT=TABLE@DAY, for instance litellm=prices.json@2026-08-01, found ";

    private record Table(ImportSource source, byte[] content) {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[0]);
        List<Table> tables = new ArrayList<>();
        for (int i = 1; i < arguments.length; i++) {
            tables.add(table(arguments[i]));
        }
        Catalogue own = new CatalogueReader(1000, Tokenizers.bundled().names()).read(CatalogueFiles.bundled());
        List<Imported> read = tables.stream()
                .map(t -> Importer.read(t.content(), t.source(), own, new ExchangeRates(List.of())))
                .toList();
        WideMerge.Result list = new WideMerge(own, WideRows.NONE, read).result();
        List<String> before = Files.exists(file) ? Files.readAllLines(file) : List.of();
        Files.writeString(file, list.text());
        changes(byOffer(before), byOffer(list.text().lines().toList()));
        for (Imported table : list.tables()) {
            Map<String, Integer> flags = new TreeMap<>();
            table.flags().forEach(flag -> flags.merge(flag.code(), 1, Integer::sum));
            table.flags().stream().filter(flag -> flag.code().equals("rejected"))
                    .forEach(flag -> System.out.println("! " + flag.model() + ": " + flag.text()));
            System.out.println(table.source().key() + ": " + table.offers().size() + " offers, " + flags);
        }
    }

    private static Table table(String argument) throws IOException {
        int equals = argument.indexOf('=');
        int at = argument.lastIndexOf('@');
        if (equals < 0 || at < equals) {
            throw new IllegalArgumentException(FORM + argument);
        }
        ImportFormat format = ImportFormat.named(argument.substring(0, equals))
                .orElseThrow(() -> new IllegalArgumentException(FORM + argument));
        String where = argument.substring(equals + 1, at);
        boolean address = where.startsWith("https://");
        Currency dollars = format.currency().isPresent() ? null : Currency.getInstance("USD");
        ImportSource source = new ImportSource(format.wireName(), format, format.wireName(), format.published(),
                LocalDate.parse(argument.substring(at + 1)), dollars);
        return new Table(source, address ? fetched(where) : Files.readAllBytes(Path.of(where)));
    }

    private static byte[] fetched(String address) throws IOException {
        try (var in = URI.create(address).toURL().openStream()) {
            return in.readAllBytes();
        }
    }

    private static Map<String, String> byOffer(List<String> lines) {
        Map<String, String> offers = new TreeMap<>();
        lines.stream().skip(1).map(line -> line.split("\t")).forEach(p -> offers.put(p[0] + "/" + p[1], p[p.length - 1]));
        return offers;
    }

    private static void changes(Map<String, String> before, Map<String, String> after) {
        before.forEach((offer, model) -> {
            String now = after.get(offer);
            if (now == null) {
                System.out.println("- " + offer);
            } else if (!now.equals(model)) {
                System.out.println("~ " + offer + "\n    was " + model + "\n    is  " + now);
            }
        });
        after.keySet().stream().filter(offer -> !before.isEmpty() && !before.containsKey(offer))
                .forEach(offer -> System.out.println("+ " + offer));
        System.out.println(after.size() + " offers, " + before.size() + " before");
    }
}
