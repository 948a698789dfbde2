package smeta.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Arc;
import io.quarkus.runtime.Application;
import io.quarkus.runtime.ImageMode;
import jakarta.ws.rs.BeanParam;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import smeta.http.answer.AssumptionAnswer;
import smeta.http.answer.ExchangeRateAnswer;
import smeta.http.answer.NoteAnswer;
import smeta.http.checks.CheckParameters;
import smeta.http.estimates.EstimateAnswer;
import smeta.http.estimates.EstimatesAnswer;
import smeta.http.query.UnknownNameAnswer;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/**
 * What a start and a first answer need is loaded on another core while the platform starts: what is said of the parameters,
 * the catalogue's names, the vocabulary of the model that is asked for most, the classes of reading and pricing, and how
 * an answer is written as JSON. Whoever comes first loads; nothing depends on this, and what fails here fails again, with
 * its message, where it is needed.
 */
final class HeadStart implements Runnable {
    private static final String BODY =
            "{\"model\":\"gpt-4o\",\"max_tokens\":1,\"messages\":[{\"role\":\"user\",\"content\":\"How much?\"}]}";

    /** The answer, and what it holds in lists, whose types are seen only when they are written. */
    private static final List<Class<?>> ANSWERED = List.of(
            EstimatesAnswer.class,
            EstimateAnswer.class,
            ExchangeRateAnswer.class,
            AssumptionAnswer.class,
            NoteAnswer.class,
            UnknownNameAnswer.class);

    private final Clock clock;

    private HeadStart(Clock clock) {
        this.clock = clock;
    }

    /**
     * Does nothing where there is but one core, which the platform needs, nor in a native image, which has all of it in
     * memory.
     */
    static void begin(Clock clock) {
        if (ImageMode.current() == ImageMode.JVM && Runtime.getRuntime().availableProcessors() > 1) {
            Thread thread = new Thread(new HeadStart(clock), "head-start");
            thread.setDaemon(true);
            thread.start();
        }
    }

    @Override
    public void run() {
        attempt(() -> readAnnotations(CheckParameters.class));
        attempt(() -> estimate(clock));
        attempt(HeadStart::awaitBeans);
        attempt(() -> prepare(Arc.container().instance(ObjectMapper.class).get()));
    }

    private static void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | LinkageError e) {
            // told where it is needed
        }
    }

    /** The platform reads those of all parameters; what takes time is their first use, by kind. */
    private static void readAnnotations(Class<?> bean) {
        for (Field field : bean.getFields()) {
            field.getAnnotations();
            if (field.isAnnotationPresent(BeanParam.class)) {
                readAnnotations(field.getType());
            }
        }
    }

    static CallEstimate estimate(Clock clock) {
        return Smeta.bundled(clock).estimate(Call.ofRequest(BODY.getBytes(StandardCharsets.UTF_8)));
    }

    /** Until the platform has made its beans known, on its own thread, which must not wait for this one. */
    private static void awaitBeans() {
        try {
            while (Application.currentApplication() == null) {
                Thread.sleep(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    static void prepare(ObjectMapper mapper) {
        ANSWERED.forEach(mapper::writerFor);
    }
}
