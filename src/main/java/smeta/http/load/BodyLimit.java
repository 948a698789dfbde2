package smeta.http.load;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import smeta.http.SmetaConfig;
import jakarta.inject.Inject;

/**
 * Stops reading a body whose length was not announced once it is too large. What is read as a stream has no limit here.
 */
@Provider
public class BodyLimit implements ReaderInterceptor {
    @Inject Instance<SmetaConfig> config;

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() != InputStream.class) {
            context.setInputStream(new Limited(context.getInputStream(), config.get().load().body().asLongValue()));
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {
        private long left;

        Limited(InputStream in, long most) {
            super(in);
            left = most;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            return one < 0 ? one : (int) passed(1, one);
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = in.read(bytes, from, length);
            return count < 0 ? count : (int) passed(count, count);
        }

        private long passed(int count, int result) {
            left -= count;
            if (left < 0) {
                throw new WebApplicationException(413);
            }
            return result;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}
