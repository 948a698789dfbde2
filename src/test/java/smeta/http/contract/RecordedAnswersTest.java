package smeta.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Records what the program answers inside of the tests, for {@link RecordedAnswersIT} to compare the packaged one with. */
@QuarkusTest
class RecordedAnswersTest {
    @TestHTTPResource("/")
    URI service;

    @Test
    void answers_of_every_kind_are_recorded_and_are_the_same_a_second_time() throws IOException, InterruptedException {
        Map<String, String> answers = RecordedRequests.answers(service);
        RecordedRequests.write(answers);
        assertThat(answers).hasSizeGreaterThan(90);
        assertThat(answers.get("wrong-half")).startsWith("HTTP 400").contains("\"code\":\"not_json\"");
        assertThat(answers.get("body-openai-chat-tools"))
                .startsWith("HTTP 200")
                .contains("\"model\":\"openai/gpt-4o\"");
        assertThat(RecordedRequests.answers(service)).isEqualTo(RecordedRequests.written());
    }
}
