package smeta.http.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BodyWeightTest {
    /** An object 1000, what a comma parts 100, a list 60, the longest text six times its bytes. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"a":"bcd"}                  | 1018
                    {"a":[{},{}]}                | 3166
                    {"a":"{,[\\"}","b":1}        | 1136
                    [1,2,3]                      | 260
                    {"a":"it ends early          | 1078
                    {"a":"\\                     | 1006
                    plain, text {                | 78
                    """)
    void counts_what_stands_outside_of_texts(String body, long bytes) {
        assertThat(BodyWeight.of(body.getBytes(StandardCharsets.UTF_8))).isEqualTo(bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/checks,,1000,false",
        "/v1/checks,,32769,true",
        "/v1/estimates,'models=gpt-4o,gpt-5&currency=RUB',1000,false",
        "/v1/estimates,models=*,1000,true",
        "/v1/estimates,models=%2A,1000,true",
        "/v1/estimates,'models=1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17',0,true",
        "/v1/budgets,,10,true"
    })
    void large_is_a_long_body_or_a_question_for_many_models(String path, String query, int body, boolean large) {
        assertThat(Size.isLarge(path, query, body)).isEqualTo(large);
    }
}
