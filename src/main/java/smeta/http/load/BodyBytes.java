package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Unpacks a body, waits for a turn if it is large, and spares the copies that reading it through a stream would make. */
@Provider
public class BodyBytes implements ReaderInterceptor {
    @Inject
    RoutingContext context;

    @Inject
    Load load;

    @Inject
    Unpacking unpacking;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reader) throws IOException {
        @Nullable ArrivedBody body = ArrivedBody.of(context);
        if (body == null) {
            return reader.proceed();
        }
        byte[] bytes = unpacking.unpacked(body, context);
        Visit visit = Visit.of(context);
        if (visit != null && bytes.length > Size.SMALL_BODY) {
            visit.grow();
        }
        if (visit != null && visit.isLarge()) {
            load.takeLarge(visit, BodyWeight.of(bytes));
        }
        if (reader.getType() == byte[].class) {
            return bytes;
        }
        reader.setInputStream(new ByteArrayInputStream(bytes));
        return reader.proceed();
    }
}
