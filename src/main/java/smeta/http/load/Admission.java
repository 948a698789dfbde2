package smeta.http.load;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jspecify.annotations.Nullable;
import smeta.http.SmetaConfig;
import smeta.http.problem.Problem;
import smeta.http.problem.Refused;

/**
 * Takes a request's body in before the request takes a place: who sends slowly holds nothing but the memory of what has
 * come. Too large is 413, too slow 408, no room 503. Runs on the event loop and never waits, so health and metrics,
 * which don't come by here, are answered under any load.
 */
class Admission {
    /** What is read as it comes, however long it is. */
    private static final Set<String> STREAMED = new TreeSet<>(List.of("/v1/batches", "/v1/calibrations"));
    /** How long what is still being sent is thrown away, so that its sender gets to read the answer. */
    private static final long LINGER_MILLIS = 2000;

    private final Load load;
    private final HeldBytes bodies;
    private final Meters meters;
    private final long largest;
    private final Duration arrival;
    private final Pace pace;
    private final long longestQuery;

    @Inject
    Admission(Load load, Memory memory, Meters meters, SmetaConfig config) {
        this.load = load;
        bodies = memory.bodies();
        this.meters = meters;
        largest = memory.largestBody();
        arrival = config.load().arrival();
        pace = Pace.of(config.load());
        longestQuery = config.load().query().asLongValue();
    }

    /** @return null in time if the request may go on, else the answer */
    @ServerRequestFilter(preMatching = true)
    Uni<Response> admit(ContainerRequestContext request, RoutingContext context) {
        String query = context.request().query();
        if (query != null && query.length() > longestQuery) {
            return refuse(context, LoadProblems.longQuery(query.length(), longestQuery));
        } else if (isList(request, context)) {
            return admitList(context);
        } else if (!request.getMethod().equals("POST")) {
            return Uni.createFrom().nullItem();
        } else if (isStreamed(context)) {
            return admitBatch(context);
        }
        long length = length(context);
        String packed = context.request().getHeader("Content-Encoding");
        ContentCoding coding = ContentCoding.of(packed).orElse(null);
        if (coding == null) {
            return refuse(context, LoadProblems.coding(packed));
        } else if (length > largest) {
            return refuse(context, LoadProblems.tooLarge(length, largest));
        }
        ResteasyReactiveRequestContext work = CurrentRequestManager.get();
        return Uni.createFrom()
                .emitter(answer ->
                        receive(request, work, context, new ArrivingBody(bodies, length, largest), coding, answer));
    }

    private void receive(
            ContainerRequestContext request,
            ResteasyReactiveRequestContext work,
            RoutingContext context,
            ArrivingBody body,
            ContentCoding coding,
            UniEmitter<? super Response> answer) {
        context.addEndHandler(ended -> body.giveBack());
        new Arrival(context, body, pace, arrival, new Arrival.Listener() {
                    @Override
                    public void arrived(byte[] whole) {
                        answer.complete(enter(request, work, context, new ArrivedBody(whole, coding)));
                    }

                    @Override
                    public void refused(Problem problem) {
                        answer.complete(refusal(context, problem));
                    }
                })
                .begin();
    }

    /** There is something to count now, so a place is taken for it. */
    private @Nullable Response enter(
            ContainerRequestContext request,
            ResteasyReactiveRequestContext work,
            RoutingContext context,
            ArrivedBody body) {
        boolean large = Size.isLarge(context.normalizedPath(), context.request().query(), body.sent().length);
        Load.Place place = large ? load.admitLarge() : load.admit();
        if (place == null) {
            return refusal(context, LoadProblems.noPlace());
        }
        // once the answer is made, whether the client reads it is its own affair; if it has gone, the work may still go
        // on
        work.registerCompletionCallback(worked -> place.leave());
        body.putInto(context);
        Visit.begin(context, work, large);
        request.setEntityStream(body.stream());
        return null;
    }

    private static boolean isList(ContainerRequestContext request, RoutingContext context) {
        return (request.getMethod().equals("GET") || request.getMethod().equals("HEAD"))
                && context.normalizedPath().startsWith("/v1/");
    }

    /** A log that is packed is unpacked in memory first, and so is bounded as any body. */
    private static boolean isStreamed(RoutingContext context) {
        String path = context.normalizedPath();
        return STREAMED.contains(path)
                || path.equals("/v1/bills")
                        && isLines(context.request().getHeader("Content-Type"))
                        && ContentCoding.of(context.request().getHeader("Content-Encoding"))
                                .filter(coding -> coding == ContentCoding.IDENTITY)
                                .isPresent();
    }

    private static boolean isLines(@Nullable String type) {
        String name = type == null ? "" : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        return name.equals("application/jsonl") || name.equals("application/x-ndjson");
    }

    /** With a place that is given back when the answer is made, and not before, though its client has gone. */
    private Uni<Response> admitList(RoutingContext context) {
        Load.Place place = load.admitList();
        if (place == null) {
            return refuse(context, LoadProblems.noPlace());
        }
        CurrentRequestManager.get().registerCompletionCallback(worked -> place.leave());
        return Uni.createFrom().nullItem();
    }

    /** With a place that is given back when the answer has been read. */
    private Uni<Response> admitBatch(RoutingContext context) {
        Load.Place place = load.admitBatch();
        if (place == null) {
            return refuse(context, LoadProblems.noPlace());
        }
        context.addEndHandler(ended -> place.leave());
        return Uni.createFrom().nullItem();
    }

    private static long length(RoutingContext context) {
        @Nullable String header = context.request().getHeader("Content-Length");
        try {
            return header == null ? -1 : Long.parseLong(header);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private Uni<Response> refuse(RoutingContext context, Problem problem) {
        return Uni.createFrom().item(refusal(context, problem));
    }

    private Response refusal(RoutingContext context, Problem problem) {
        meters.rejected(problem.code());
        Response answer = new Refused(problem).response();
        return context.request().isEnded() ? answer : early(context, answer);
    }

    /** The rest of the body isn't wanted. Over HTTP/2 only the stream ends, over HTTP/1.1 the connection does. */
    private static Response early(RoutingContext context, Response answer) {
        HttpServerRequest request = context.request();
        request.handler(chunk -> {}).endHandler(ended -> {});
        if (request.version() == HttpVersion.HTTP_2) {
            context.addEndHandler(ended -> context.response().reset(0));
            return answer;
        }
        context.addEndHandler(ended -> {
            request.resume();
            context.vertx().setTimer(LINGER_MILLIS, late -> request.connection().close());
        });
        return Response.fromResponse(answer).header("Connection", "close").build();
    }
}
