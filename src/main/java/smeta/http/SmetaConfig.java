package smeta.http;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Optional;

/** What a deployment may set; README lists it. */
@ConfigMapping(prefix = "smeta")
public interface SmetaConfig {
    CatalogueConfig catalogue();

    ExchangeConfig exchange();

    interface CatalogueConfig {
        /** A folder whose YAML files replace those of the same provider. */
        Optional<String> folder();

        /** What k stands for in round figures. */
        @WithDefault("1000")
        @Pattern(regexp = "1000|1024", message = "expected 1000 or 1024")
        String kilo();
    }

    interface ExchangeConfig {
        /** A table that replaces the one that ships with the program: lines of {@code date,from,to,rate,source}. */
        Optional<String> file();

        /** Lines of the same form, in configuration; they replace every other table. */
        Optional<List<String>> rates();

        /** An answer says how old its exchange rate is once it is older than so many days. */
        @WithDefault("3")
        @Min(0)
        @Max(3650)
        int staleAfterDays();
    }
}
