package smeta.http.load;

import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import smeta.http.SmetaConfig;
import smeta.http.problem.Refused;

/**
 * Unpacks bodies, bounded by the size that any body may have, by a ratio, and by the memory that bodies may take
 * together. Gzip after RFC 1952, deflate after RFC 1950, and without that frame as some clients send it.
 */
@ApplicationScoped
public class Unpacking {
    /** Small bodies may grow by any ratio. */
    private static final int FREE = 1 << 20;

    private static final int FIRST = 1 << 16;

    private final HeldBytes memory;
    private final long largest;
    private final int ratio;

    @Inject
    public Unpacking(Memory memory, SmetaConfig config) {
        this.memory = memory.bodies();
        largest = Math.min(memory.largestBody(), Integer.MAX_VALUE - 8);
        ratio = config.load().inflation();
    }

    /**
     * @return as they were sent, if they aren't packed
     * @throws Refused if they are too many, or can't be unpacked
     */
    byte[] unpacked(ArrivedBody body, RoutingContext context) {
        if (!body.isPacked()) {
            return body.sent();
        }
        Growing grown = new Growing();
        context.addEndHandler(ended -> grown.giveBack());
        Inflater inflater = new Inflater(!isFramed(body.sent()));
        try (InputStream in = stream(body, inflater)) {
            return grown.readAll(in, Math.max(FREE, (long) ratio * body.sent().length));
        } catch (IOException e) {
            throw new Refused(LoadProblems.badlyPacked(body.coding()));
        } finally {
            inflater.end();
        }
    }

    private static InputStream stream(ArrivedBody body, Inflater inflater) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body.sent());
        return body.coding() == ContentCoding.GZIP
                ? new GZIPInputStream(in, FIRST)
                : new InflaterInputStream(in, inflater, FIRST);
    }

    /** Whether it begins with a frame of RFC 1950: method 8, and a check of the first two bytes. */
    private static boolean isFramed(byte[] bytes) {
        return bytes.length > 1 && (bytes[0] & 0x0f) == 8 && ((bytes[0] & 0xff) << 8 | bytes[1] & 0xff) % 31 == 0;
    }

    /** What is unpacked so far, and its memory. */
    private final class Growing {
        private byte[] bytes = new byte[0];
        private boolean given;

        byte[] readAll(InputStream in, long most) throws IOException {
            int count = 0;
            for (int more = 0; more >= 0; count += Math.max(0, more)) {
                if (count > largest) {
                    throw new Refused(LoadProblems.tooLarge(null, largest));
                } else if (count > most) {
                    throw new Refused(LoadProblems.inflates(ratio));
                } else if (count == bytes.length) {
                    grow((int) Math.min(largest + 1, Math.max(FIRST, 2L * count)));
                }
                more = in.read(bytes, count, bytes.length - count);
            }
            return Arrays.copyOf(bytes, count);
        }

        private synchronized void grow(int size) {
            if (given || !memory.take(size - bytes.length, size)) {
                throw new Refused(LoadProblems.noMemory());
            }
            byte[] grown = HeldBytes.copyOf(bytes, size);
            if (grown == null) {
                memory.giveBack(size - bytes.length);
                throw new Refused(LoadProblems.noMemory());
            }
            bytes = grown;
        }

        synchronized void giveBack() {
            if (!given) {
                given = true;
                memory.giveBack(bytes.length);
            }
        }
    }
}
