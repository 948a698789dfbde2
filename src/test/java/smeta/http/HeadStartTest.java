package smeta.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ser.DefaultSerializerProvider;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import smeta.http.answer.AssumptionAnswer;
import smeta.library.CallEstimate;

@QuarkusTest
class HeadStartTest {
    @Inject
    ObjectMapper mapper;

    @Test
    void what_it_asks_for_walks_the_whole_way_to_a_price() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-01T00:00:00Z"), ZoneOffset.UTC);

        CallEstimate estimate = HeadStart.estimate(clock);

        assertThat(estimate.model()).isEqualTo("openai/gpt-4o");
        assertThat(estimate.verdict()).isEqualTo("fits");
        assertThat(estimate.cost()).isNotNull();
    }

    @Test
    void the_answers_that_it_prepares_are_written_without_making_anything_more() throws JsonProcessingException {
        ObjectMapper fresh = mapper.copy();
        HeadStart.prepare(fresh);
        DefaultSerializerProvider known = (DefaultSerializerProvider) fresh.getSerializerProviderInstance();
        int prepared = known.cachedSerializersCount();

        fresh.writerFor(AssumptionAnswer.class).writeValueAsString(new AssumptionAnswer("output", "500", "default"));

        assertThat(prepared).isPositive();
        assertThat(known.cachedSerializersCount()).isEqualTo(prepared);
    }

    /** By the class path that Maven makes: a native build adds it, since it links all that could be called. */
    @Test
    @EnabledIfSystemProperty(named = "surefire.test.class.path", matches = ".+")
    void no_library_is_there_that_a_start_would_unpack() {
        assertThatThrownBy(() -> Class.forName(
                        "com.aayushatharva.brotli4j.Brotli4jLoader", false, HeadStart.class.getClassLoader()))
                .isInstanceOf(ClassNotFoundException.class);
    }
}
