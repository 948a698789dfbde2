package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayInputStream;
import org.jspecify.annotations.Nullable;

/** A body that has come whole, as it was packed. Unpacked on the thread that works for the request. */
final class ArrivedBody {
    private static final String KEY = ArrivedBody.class.getName();

    private final byte[] bytes;
    private final ContentCoding coding;

    ArrivedBody(byte[] bytes, ContentCoding coding) {
        this.bytes = bytes;
        this.coding = coding;
    }

    void putInto(RoutingContext context) {
        context.put(KEY, this);
    }

    /** Null for a request without one, and for a batch. */
    static @Nullable ArrivedBody of(RoutingContext context) {
        return context.get(KEY);
    }

    boolean isPacked() {
        return coding != ContentCoding.IDENTITY;
    }

    ContentCoding coding() {
        return coding;
    }

    /** As they were sent. */
    byte[] sent() {
        return bytes;
    }

    ByteArrayInputStream stream() {
        return new ByteArrayInputStream(bytes);
    }
}
