package smeta.http.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** The packaged program, the jar or the native binary, answers what the program inside of the tests did. */
@QuarkusIntegrationTest
@EnabledIfSystemProperty(
        named = "native.image.path",
        matches = ".+",
        disabledReason = "only ./mvnw verify has packaged a program before")
class RecordedAnswersIT {
    @TestHTTPResource("/")
    URI service;

    @Test
    void the_packaged_program_answers_the_same() throws IOException, InterruptedException {
        assertThat(Files.isDirectory(RecordedRequests.ANSWERS))
                .as("There is nothing to compare with: RecordedAnswersTest must run before.")
                .isTrue();
        Map<String, String> recorded = RecordedRequests.written();
        Map<String, String> answers = RecordedRequests.answers(service);
        assertThat(answers).containsOnlyKeys(recorded.keySet());
        SoftAssertions all = new SoftAssertions();
        answers.forEach((name, answer) -> all.assertThat(answer).as(name).isEqualTo(recorded.get(name)));
        all.assertAll();
    }
}
