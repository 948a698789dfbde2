package smeta.catalogue.yaml;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import smeta.price.Rates;
import smeta.price.Window;

/** Reads the hours of days at which other rates hold. */
final class WindowReader {
    private WindowReader() {}

    static Window read(YamlFields f, RateLines lines) {
        ZoneId zone = f.parsed("zone", ZoneId::of);
        List<Window.Range> hours = new ArrayList<>();
        for (String range : f.texts("hours")) {
            try {
                String[] ends = range.split("-");
                hours.add(new Window.Range(LocalTime.parse(ends[0]), LocalTime.parse(ends[1])));
            } catch (RuntimeException e) {
                f.defect("hours", "expected hours like 16:30-00:30, found “" + range + "”");
            }
        }
        if (hours.isEmpty()) {
            f.defect("hours", "a window needs “hours”");
        }
        Set<DayOfWeek> days = f.has("days") ? f.parsed("days", WindowReader::days) : EnumSet.allOf(DayOfWeek.class);
        BigDecimal multiplier = f.factor("multiplier");
        Rates rates = lines.rates(f);
        if ((multiplier == null) == rates.isEmpty()) {
            f.defect("multiplier", "expected either a multiplier or rates for the hours");
        }
        Window window = new Window(
                f.required("name"),
                zone == null ? ZoneOffset.UTC : zone,
                hours,
                days == null ? Set.of() : days,
                f.text("except"),
                rates,
                multiplier);
        f.close();
        return window;
    }

    private static Set<DayOfWeek> days(String text) {
        List<String> names = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
        String[] ends = text.split("-");
        int from = names.indexOf(ends[0]);
        int to = names.indexOf(ends[ends.length - 1]);
        if (from < 0 || to < from || ends.length > 2) {
            throw new IllegalArgumentException("expected days like mon-fri, found “" + text + "”");
        }
        return EnumSet.range(DayOfWeek.of(from + 1), DayOfWeek.of(to + 1));
    }
}
