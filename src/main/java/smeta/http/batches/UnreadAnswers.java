package smeta.http.batches;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Answers between the thread that makes them and the client that reads them. A client that first sends everything and
 * reads then doesn't stop the work: what it hasn't read goes to memory, then to a temporary file of a bounded size,
 * which is used as a ring and is gone with the batch.
 */
final class UnreadAnswers extends OutputStream {
    private static final int MEMORY = 1 << 20;
    private static final int CHUNK = 1 << 16;

    private final long most;
    private final Duration patience;
    private final Deque<byte[]> memory = new ArrayDeque<>();
    private int inMemory;
    private @Nullable FileChannel file;
    private long written;
    private long read;
    private byte[] end = new byte[0];
    private boolean finished;
    private boolean abandoned;

    /**
     * @param most     bytes of the file
     * @param patience how long a full file waits for a client that reads
     */
    UnreadAnswers(long most, Duration patience) {
        this.most = most;
        this.patience = patience;
    }

    /** The client hasn't read what was made, and there is room for no more. */
    static final class Full extends IOException {
        private static final long serialVersionUID = 1L;

        Full(long most) {
            super("more than " + most + " bytes of answers are unread");
        }
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    /** @throws Full if there is no room, and the client reads nothing for a while */
    @Override
    public synchronized void write(byte[] bytes, int from, int length) throws IOException {
        checkClient();
        if (written == read && inMemory + length <= MEMORY) {
            keep(bytes, from, length);
            return;
        }
        awaitRoom(length);
        ByteBuffer rest = ByteBuffer.wrap(bytes, from, length);
        while (rest.hasRemaining()) {
            ByteBuffer part = rest.slice();
            part.limit((int) Math.min(part.limit(), most - written % most));
            int count = file().write(part, written % most);
            rest.position(rest.position() + count);
            written += count;
        }
        notifyAll();
    }

    /** Writes the last bytes, for which there is always room, and ends. */
    synchronized void finish(byte[] last) {
        end = last;
        finished = true;
        notifyAll();
    }

    /** Nothing more is made: from now on only the client is waited for. */
    synchronized boolean isFinished() {
        return finished;
    }

    private void keep(byte[] bytes, int from, int length) {
        byte[] copy = new byte[length];
        System.arraycopy(bytes, from, copy, 0, length);
        memory.add(copy);
        inMemory += length;
        notifyAll();
    }

    private void awaitRoom(int length) throws IOException {
        long before = -1;
        while (written - read + length > most) {
            if (before == read) {
                throw new Full(most);
            }
            before = read;
            pause(patience.toMillis());
            checkClient();
        }
    }

    private void checkClient() throws IOException {
        if (abandoned) {
            throw new IOException("the client is gone");
        }
    }

    private void pause(long millis) throws IOException {
        try {
            wait(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private FileChannel file() throws IOException {
        if (file == null) {
            Path path = Files.createTempFile("smeta-answers", ".jsonl");
            file = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        }
        return file;
    }

    /** Hands everything over, as it comes, until {@link #finish}. Whatever happens, nothing is left behind. */
    void handOver(OutputStream client) throws IOException {
        try {
            for (byte[] next = next(); next.length > 0; next = next()) {
                client.write(next);
                if (isEmpty()) {
                    client.flush();
                }
            }
            client.flush();
        } finally {
            abandon();
        }
    }

    private synchronized boolean isEmpty() {
        return memory.isEmpty() && written == read;
    }

    /** Waits for it; empty at the end. */
    private synchronized byte[] next() throws IOException {
        while (isEmpty() && !finished) {
            pause(0);
        }
        if (!memory.isEmpty()) {
            byte[] next = memory.remove();
            inMemory -= next.length;
            return next;
        } else if (written == read) {
            byte[] last = end;
            end = new byte[0];
            return last;
        }
        ByteBuffer next = ByteBuffer.allocate((int) Math.min(Math.min(CHUNK, written - read), most - read % most));
        while (next.hasRemaining()) {
            file().read(next, read % most + next.position());
        }
        read += next.capacity();
        notifyAll();
        return next.array();
    }

    /** Nobody reads any more. */
    synchronized void abandon() throws IOException {
        abandoned = true;
        memory.clear();
        if (file != null) {
            file.close();
            file = null;
        }
        notifyAll();
    }
}
