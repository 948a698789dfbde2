package smeta.http.calibrations;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import smeta.calibration.CalibrationJson;
import smeta.catalogue.Model;
import smeta.http.SmetaConfig;
import smeta.http.batches.BatchLines;
import smeta.http.batches.PacedInput;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Pace;
import smeta.http.query.AskedNames;
import smeta.prompt.Dialect;
import smeta.traffic.LineReader;
import smeta.traffic.TrafficLearner;

/** {@code POST /v1/calibrations}: what can be learnt from a log of requests and what the vendors reported of them. */
@Tag(name = "Calibrations")
@Path("/v1/calibrations")
@ApplicationScoped
public class CalibrationsResource {
    private static final String JSONL = "application/jsonl";
    private static final String YAML = "application/yaml";

    private final Library library;
    private final Clock clock;
    private final Load load;
    private final ObjectMapper json;
    private final int longest;
    private final Pace pace;
    private final ExecutorService workers;

    @Inject
    public CalibrationsResource(Library library, Clock clock, Load load, ObjectMapper json, SmetaConfig config) {
        this.library = library;
        this.clock = clock;
        this.load = load;
        this.json = json;
        longest = BatchLines.longest(config.load());
        pace = Pace.of(config.load());
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(load.concurrent(), work -> {
            Thread thread = new Thread(work, "calibration-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({MediaType.APPLICATION_JSON, YAML})
    @Operation(
            operationId = "calibrate",
            summary = "What the reported usage of past calls teaches about the next estimates",
            description =
                    "A line is a request with the usage or the answer that came of it: {\"request\", \"usage\"} or"
                            + " {\"request\", \"response\"}, with “model” if the request names none; LiteLLM's log"
                            + " payloads, Langfuse's observations, OpenTelemetry's spans with messages, stored"
                            + " completions; batch files and their results, joined by custom_id. Any length. Nothing of a"
                            + " text is kept. Saved in smeta.calibrations.folder, the answer corrects estimates from"
                            + " then on.")
    @RequestBody(
            description = "One call a line.",
            content = @Content(mediaType = JSONL, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "what was learnt, by model",
            content = {
                @Content(mediaType = "application/json", schema = @Schema(implementation = CalibrationAnswer.class)),
                @Content(mediaType = YAML, schema = @Schema(implementation = CalibrationAnswer.class))
            })
    public Response calibrate(
            InputStream body, @Valid @BeanParam CalibrationParameters parameters, @Context HttpHeaders headers) {
        Library.Snapshot snapshot = library.snapshot();
        AskedNames names = AskedNames.of(snapshot.names(), parameters.seller.name());
        LineReader reader = new LineReader(
                new Names(names), library.tokenizers(), snapshot.estimator().pricer(names::model), clock.instant());
        TrafficLearner learner = new TrafficLearner(reader);
        try {
            new CalibrationRun(new BatchLines(new PacedInput(body, pace), longest), reader, learner, workers, load)
                    .run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        CalibrationAnswer answer = answer(snapshot, learner, parameters.against != null);
        boolean yaml = headers.getAcceptableMediaTypes().stream()
                .filter(type -> !type.isWildcardSubtype())
                .findFirst()
                .filter(type -> type.getSubtype().endsWith("yaml"))
                .isPresent();
        return yaml
                ? Response.ok(CalibrationYaml.of(answer, json), YAML).build()
                : Response.ok(answer, MediaType.APPLICATION_JSON).build();
    }

    private record Names(AskedNames names) implements LineReader.ModelNames {
        @Override
        public @Nullable Model model(String name) {
            return names.model(name).orElse(null);
        }

        @Override
        public @Nullable Dialect dialect(String name) {
            return names.dialect(name);
        }
    }

    private CalibrationAnswer answer(Library.Snapshot snapshot, TrafficLearner learner, boolean against) {
        return json.convertValue(
                CalibrationJson.of(
                        learner.learnt(),
                        LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC),
                        snapshot.catalogue().version(),
                        against ? learner.against(library.calibrations()) : null),
                CalibrationAnswer.class);
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
