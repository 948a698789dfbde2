package smeta.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ImageMode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import smeta.http.checks.CheckAnswer;
import smeta.http.checks.CheckParameters;
import smeta.http.query.EstimateParameters;
import smeta.http.query.ParameterCheck;

/**
 * What a first answer would learn by reflection is learnt while a native image is built, which then has it: how answers are
 * written as JSON, and which words a query may have. On the JVM {@link HeadStart} does what of this pays there.
 */
@Singleton
final class BuiltAhead {
    /** Of the phase of a start that a native image has behind it. */
    void learn(@Observes @Initialized(ApplicationScoped.class) Object event, Instance<ObjectMapper> mapper) {
        if (ImageMode.current() == ImageMode.NATIVE_BUILD) {
            HeadStart.prepare(mapper.get());
            mapper.get().writerFor(CheckAnswer.class);
            ParameterCheck.learn(EstimateParameters.class);
            ParameterCheck.learn(CheckParameters.class);
        }
    }
}
