package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.Refused;

/**
 * The body of the request at hand, unpacked, for which a large one has waited for its turn. An operation that is asked very
 * often takes it from here; a parameter for the body costs an eighth of a check, since all annotations of the method are read
 * for it.
 */
@ApplicationScoped
public class SentBody {
    @Inject
    RoutingContext context;

    @Inject
    Load load;

    @Inject
    Unpacking unpacking;

    /**
     * To be asked for once, and before anything that takes a turn.
     *
     * @throws Refused if it can't be unpacked, or no turn comes in time
     */
    public byte[] bytes() {
        byte[] arrived = arrived();
        return arrived == null ? new byte[0] : arrived;
    }

    /** Null for a request without one, and for one that is read as it comes. */
    byte @Nullable [] arrived() {
        @Nullable ArrivedBody body = ArrivedBody.of(context);
        if (body == null) {
            return null;
        }
        byte[] bytes = unpacking.unpacked(body, context);
        Visit visit = Visit.of(context);
        if (visit != null && bytes.length > Size.SMALL_BODY) {
            visit.grow();
        }
        if (visit != null && visit.isLarge()) {
            load.takeLarge(visit, BodyWeight.of(bytes));
        }
        return bytes;
    }
}
