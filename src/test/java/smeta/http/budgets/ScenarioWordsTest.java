package smeta.http.budgets;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import smeta.budget.ScenarioFile;
import smeta.http.query.SellerParameters;

/** A scenario file has the same words for the command and the library as for the service. */
class ScenarioWordsTest {
    @Test
    void the_words_of_a_scenario_are_those_of_the_query() {
        assertThatThrownBy(() -> ScenarioFile.read(
                        "unheard: 1\nworkloads: [{requests: 1/day, input: 1, output: 1, unheard: 1}]"
                                .getBytes(StandardCharsets.UTF_8),
                        LocalDate.parse("2026-12-01")))
                .hasMessage("unheard: there is no such word here; expected are "
                        + words(List.of("workloads"), PlanParameters.class) + "\n"
                        + "workloads[0].unheard: there is no such word here; expected are "
                        + words(List.of("body"), WorkloadParameters.class, SellerParameters.class));
    }

    private static String words(List<String> more, Class<?>... beans) {
        TreeSet<String> words = new TreeSet<>(more);
        Stream.of(beans)
                .flatMap(bean -> Arrays.stream(bean.getFields()))
                .filter(field -> field.isAnnotationPresent(QueryParam.class))
                .map((Field field) -> field.getAnnotation(QueryParam.class).value())
                .forEach(words::add);
        return String.join(", ", words);
    }
}
