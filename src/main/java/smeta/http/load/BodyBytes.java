package smeta.http.load;

import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Gives the {@link SentBody} to a parameter, and spares the copies that reading it through a stream would make. */
@Provider
public class BodyBytes implements ReaderInterceptor {
    @Inject
    SentBody sent;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext reader) throws IOException {
        byte[] bytes = sent.arrived();
        if (bytes == null) {
            return reader.proceed();
        }
        if (reader.getType() == byte[].class) {
            return bytes;
        }
        reader.setInputStream(new ByteArrayInputStream(bytes));
        return reader.proceed();
    }
}
