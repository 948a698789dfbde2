package smeta.http.batches;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import smeta.estimate.Bound;
import smeta.http.SmetaConfig;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.EstimateQuery;

/** {@code POST /v1/batches}: a whole JSON Lines file of requests, streamed in and out. */
@Tag(name = "Batches")
@Path("/v1/batches")
@ApplicationScoped
public class BatchesResource {
    static final String JSONL = "application/jsonl";

    private final Library library;
    private final Clock clock;
    private final Load load;
    private final Meters meters;
    private final int longest;
    private final StreamedAnswers answers;
    private final ExecutorService workers;

    @Inject
    public BatchesResource(
            Library library, Clock clock, Load load, Meters meters, SmetaConfig config, StreamedAnswers answers) {
        this.library = library;
        this.clock = clock;
        this.load = load;
        this.meters = meters;
        longest = BatchLines.longest(config.load());
        this.answers = answers;
        workers = Executors.newFixedThreadPool(load.concurrent(), Threads.named("batch-"));
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({JSONL, "application/x-ndjson"})
    @Operation(
            operationId = "estimateBatch",
            summary = "Tokens, verdict and cost of every line of a batch file, and a summary line at the end",
            description =
                    "OpenAI's batch lines, Anthropic's message batch requests, Gemini's, or one request body a line;"
                            + " any length.")
    @RequestBody(
            description = "One request a line.",
            content = @Content(mediaType = JSONL, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "200",
            description = "a line for each request, and a summary line at the end, or the problem that ended it",
            content =
                    @Content(
                            mediaType = JSONL,
                            schema =
                                    @Schema(
                                            description = "one line",
                                            anyOf = {
                                                BatchLineAnswer.class,
                                                BatchSummaryAnswer.class,
                                                BatchEndAnswer.class
                                            })))
    public Response batch(
            InputStream body, @Valid @BeanParam BatchParameters parameters, @Context HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type != null
                && (type.getType().equals("multipart") || type.getType().equals("image"))) {
            throw new NotSupportedException("Expected application/jsonl or application/x-ndjson, found " + type + ".");
        }
        EstimateQuery asked = parameters.asked(clock, Bound.LIKELY);
        if (asked.everyone()) {
            throw new BadQuery(List.of(new Problem.Error(
                    "models",
                    "A batch is estimated for named models, not for all.",
                    "for example models=gpt-4o,gpt-4o-mini")));
        }
        Library.Snapshot snapshot = library.snapshot().calibrated(parameters.answer.calibrated());
        BatchWork work = new BatchWork(snapshot, library.tokenizers(), asked, longest, meters);
        return answers.to(
                body,
                lines -> new BatchRun(
                        lines,
                        parameters.answered(),
                        work,
                        new BatchSummary(asked.scale()),
                        snapshot.catalogue().version(),
                        workers,
                        load));
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
