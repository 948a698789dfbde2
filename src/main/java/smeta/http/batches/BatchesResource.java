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
import jakarta.ws.rs.core.StreamingOutput;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.openapi.annotations.Operation;
import smeta.estimate.Bound;
import smeta.http.SmetaConfig;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.load.Meters;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.EstimateParameters;
import smeta.http.query.EstimateQuery;
import jakarta.enterprise.context.ApplicationScoped;

/** {@code POST /v1/batches}: a whole JSON Lines file of requests, streamed in and out. */
@Path("/v1/batches")
@ApplicationScoped
public class BatchesResource {
    static final String JSONL = "application/jsonl";

    private final Library library;
    private final Clock clock;
    private final Load load;
    private final Meters meters;
    private final int longest;
    private final ExecutorService workers;

    @Inject
    public BatchesResource(Library library, Clock clock, Load load, Meters meters, SmetaConfig config) {
        this.library = library;
        this.clock = clock;
        this.load = load;
        this.meters = meters;
        longest = (int) Math.min(Integer.MAX_VALUE - 8, config.load().batchLine().asLongValue());
        AtomicInteger number = new AtomicInteger();
        workers = Executors.newFixedThreadPool(load.concurrent(), work -> {
            Thread thread = new Thread(work, "batch-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Produces({JSONL, "application/x-ndjson"})
    @Operation(
            summary = "Tokens, verdict and cost of every line of a batch file, and a summary line at the end",
            description =
                    "OpenAI's batch lines, Anthropic's message batch requests, Gemini's, or one request body a line;"
                            + " any length.")
    public Response batch(InputStream body, @Valid @BeanParam EstimateParameters parameters, @Context HttpHeaders headers) {
        MediaType type = headers.getMediaType();
        if (type != null && (type.getType().equals("multipart") || type.getType().equals("image"))) {
            throw new NotSupportedException("Expected application/jsonl or application/x-ndjson, found " + type + ".");
        }
        EstimateQuery asked = parameters.asked(clock, Bound.LIKELY);
        if (asked.everyone()) {
            throw new BadQuery(List.of(new Problem.Error(
                    "models",
                    "A batch is estimated for named models, not for all.",
                    "for example models=gpt-4o,gpt-4o-mini")));
        }
        Library.Shelf shelf = library.shelf();
        BatchWork work = new BatchWork(shelf, library.tokenizers(), asked, longest, meters);
        BatchRun run = new BatchRun(body, longest, work, new BatchSummary(asked.scale()), workers, load);
        StreamingOutput out = to -> run.run(to, shelf.catalogue().version());
        return Response.ok(out).build();
    }

    @PreDestroy
    void stop() {
        workers.shutdownNow();
    }
}
