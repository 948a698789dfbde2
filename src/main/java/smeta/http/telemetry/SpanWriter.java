package smeta.http.telemetry;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporterBuilder;
import io.opentelemetry.sdk.common.Clock;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.impl.HttpServerRequestInternal;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import smeta.http.SmetaConfig;
import smeta.http.load.Timing;

/**
 * Writes spans with OpenTelemetry's SDK and sends them by OTLP over HTTP, some at a time, from a thread of its own; if the
 * collector doesn't keep up they are dropped, and no request waits.
 */
final class SpanWriter implements AutoCloseable {
    private static final String KEY = SpanWriter.class.getName();
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    private static final TextMapGetter<HttpServerRequest> HEADERS = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServerRequest request) {
            return request.headers().names();
        }

        @Override
        public @Nullable String get(@Nullable HttpServerRequest request, String key) {
            return request == null ? null : request.getHeader(key);
        }
    };

    private final SdkTracerProvider provider;
    private final Tracer tracer;
    /** The SDK's own, which also says when a request's span begins. */
    private final Clock clock = Clock.getDefault();

    private SpanWriter(SdkTracerProvider provider) {
        this.provider = provider;
        tracer = provider.get("smeta");
    }

    static SpanWriter to(SmetaConfig.TelemetryConfig config) {
        OtlpHttpSpanExporterBuilder exporter = OtlpHttpSpanExporter.builder()
                .setEndpoint(config.endpoint().orElseThrow().toString().replaceFirst("/*$", "") + "/v1/traces")
                .setTimeout(config.timeout());
        config.headers().forEach(exporter::addHeader);
        return new SpanWriter(SdkTracerProvider.builder()
                .setResource(Resource.getDefault()
                        .merge(Resource.create(
                                Attributes.of(AttributeKey.stringKey("service.name"), config.service()))))
                .setSampler(Sampler.parentBased(Sampler.traceIdRatioBased(config.share() / 100.0)))
                .addSpanProcessor(BatchSpanProcessor.builder(exporter.build())
                        .setScheduleDelay(config.every())
                        .build())
                .build());
    }

    void begin(RoutingContext context) {
        HttpServerRequest request = context.request();
        String method = request.method().name();
        Span span = tracer.spanBuilder(method)
                .setParent(W3CTraceContextPropagator.getInstance().extract(Context.root(), request, HEADERS))
                .setSpanKind(SpanKind.SERVER)
                .setAttribute("http.request.method", method)
                .startSpan();
        context.put(KEY, span);
        context.addEndHandler(ended -> end(context, span, method, ended.failed()));
    }

    private static void end(RoutingContext context, Span span, String method, boolean aborted) {
        // of the resource that answered, as Quarkus leaves it for its metrics; the path itself could say anything
        String template =
                ((HttpServerRequestInternal) context.request()).context().getLocal("UrlPathTemplate");
        if (template != null) {
            String route = template.replaceAll(":[^}]*}", "}");
            span.updateName(method + " " + route).setAttribute(ROUTE, route);
        }
        int status = context.response().getStatusCode();
        span.setAttribute("http.response.status_code", status);
        if (aborted) {
            span.setStatus(StatusCode.ERROR).setAttribute(ERROR, "connection_lost");
        } else if (status >= 500) {
            span.setStatus(StatusCode.ERROR).setAttribute(ERROR, Integer.toString(status));
        }
        span.end();
    }

    /** A span for each stage, the last of which has just ended. Counting and pricing take turns: one is laid after the other. */
    void stages(@Nullable RoutingContext context, EstimateAttributes attributes, Timing timing) {
        Span request = context == null ? null : context.get(KEY);
        if (request == null || !request.isRecording()) {
            return;
        }
        request.setAllAttributes(attributes.common());
        Map<String, Long> stages = timing.stages();
        long at = clock.now()
                - stages.values().stream().mapToLong(Long::longValue).sum();
        for (Map.Entry<String, Long> stage : stages.entrySet()) {
            Span span = tracer.spanBuilder(stage.getKey())
                    .setParent(Context.root().with(request))
                    .setStartTimestamp(at, TimeUnit.NANOSECONDS)
                    .startSpan();
            at += stage.getValue();
            switch (stage.getKey()) {
                case "read" -> span.setAllAttributes(attributes.read());
                case "count", "price" ->
                    span.setAllAttributes(attributes.common()).setAllAttributes(attributes.one());
                default -> {}
            }
            if (stage.getKey().equals("price")) {
                for (Attributes each : attributes.each()) {
                    span.addEvent("smeta.estimate", each, at, TimeUnit.NANOSECONDS);
                }
            }
            span.end(at, TimeUnit.NANOSECONDS);
        }
    }

    /** Sends what waits, for some seconds at most. */
    @Override
    public void close() {
        provider.shutdown().join(5, TimeUnit.SECONDS);
    }
}
