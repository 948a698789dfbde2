package smeta.http.telemetry;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Check;
import smeta.estimate.Estimate;
import smeta.http.SmetaConfig;
import smeta.http.load.Timing;
import smeta.prompt.Prompt;

/**
 * What a request's spans are told. Nothing happens, and no class of OpenTelemetry's SDK is loaded, unless {@code
 * smeta.telemetry.endpoint} is set. No text of a prompt comes here.
 */
@ApplicationScoped
@RegisterForReflection(classNames = "io.opentelemetry.exporter.sender.jdk.internal.JdkHttpSenderProvider")
public class Spans {
    private final @Nullable SpanWriter writer;
    private final CurrentVertxRequest current;

    @Inject
    public Spans(SmetaConfig config, CurrentVertxRequest current) {
        this.current = current;
        writer = config.telemetry().endpoint().isPresent() ? SpanWriter.to(config.telemetry()) : null;
    }

    /** The span of a request, which joins its caller's trace and ends with its answer. */
    void begin(RoutingContext request) {
        if (writer != null) {
            writer.begin(request);
        }
    }

    /** The estimates of a request, and the stages that it took. */
    public void estimated(Prompt prompt, List<Estimate> estimates, Timing timing) {
        if (writer != null) {
            writer.stages(current.getCurrent(), EstimateAttributes.of(prompt, estimates), timing);
        }
    }

    /** As {@link #estimated}, with the decision. */
    public void checked(Prompt prompt, Check check, Timing timing) {
        if (writer != null) {
            writer.stages(current.getCurrent(), EstimateAttributes.of(prompt, check), timing);
        }
    }

    /** A bill. */
    public void billed(@Nullable String model, Estimate.Cost cost, boolean complete, Timing timing) {
        if (writer != null) {
            writer.stages(current.getCurrent(), EstimateAttributes.of(model, cost, complete), timing);
        }
    }

    /** Stages alone. */
    public void took(Timing timing) {
        if (writer != null) {
            writer.stages(current.getCurrent(), EstimateAttributes.NONE, timing);
        }
    }

    /** Sends what waits. */
    @PreDestroy
    void close() {
        if (writer != null) {
            writer.close();
        }
    }
}
