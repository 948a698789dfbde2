package smeta.http.batches;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import smeta.http.load.LoadProblems;
import smeta.http.load.Pace;
import smeta.http.problem.Refused;

/**
 * What a client sends, as long as it keeps its pace. Only the time counts in which the reader waits for the client, not
 * that in which the client waits.
 */
public final class PacedInput extends FilterInputStream {
    private final Pace pace;
    private long waited;
    private long came;

    public PacedInput(InputStream in, Pace pace) {
        super(in);
        this.pace = pace;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    /** @throws Refused if the client has sent too slowly */
    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        long before = System.nanoTime();
        int count = in.read(bytes, from, length);
        waited += System.nanoTime() - before;
        came += Math.max(0, count);
        if (waited > pace.window().toNanos()) {
            if (count >= 0 && came < pace.leastBytes()) {
                throw new Refused(LoadProblems.tooSlow(pace));
            }
            waited = 0;
            came = 0;
        }
        return count;
    }
}
