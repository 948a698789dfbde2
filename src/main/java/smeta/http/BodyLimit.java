package smeta.http;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Answers a body that is too large with a problem. The server's own limit would answer first, and with nothing but a
 * status; so the last mebibyte of it is kept back.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
    private static final long KEPT_BACK = 1 << 20;

    private final long most;

    @Inject
    public BodyLimit(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit) {
        most = limit.asLongValue() - KEPT_BACK;
    }

    void register(@Observes Filters filters) {
        filters.register(this::declaredLength, 100);
    }

    private void declaredLength(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || !length.matches("[0-9]{1,18}") || Long.parseLong(length) <= most) {
            context.next();
            return;
        }
        HttpServerRequest request = context.request();
        String id = request.getHeader(RequestFilters.REQUEST_ID);
        if (RequestFilters.isEchoed(id)) {
            request.response().putHeader(RequestFilters.REQUEST_ID, id);
        }
        request.response().setStatusCode(413).putHeader("Content-Type", Problem.MEDIA_TYPE).putHeader("Cache-Control", "no-store")
                .putHeader("Connection", "close").end(Problems.tooLarge().json().toString());
    }

    /** A body that comes in chunks shows only on the way how long it is. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        context.setInputStream(new Counted(context.getInputStream(), most));
        return context.proceed();
    }

    private static final class Counted extends FilterInputStream {
        private long left;

        Counted(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            count(Math.max(0, n));
            return n;
        }

        private void count(int n) {
            left -= n;
            if (left < 0) {
                throw new ClientErrorException(413);
            }
        }
    }
}
