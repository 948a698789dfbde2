package smeta.http.batches;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class UnreadAnswersTest {
    private static final int MEGABYTE = 1 << 20;

    @Test
    void what_is_read_late_comes_whole_and_in_order() throws Exception {
        byte[] sent = new byte[5 * MEGABYTE];
        new Random(7).nextBytes(sent);
        UnreadAnswers answers = new UnreadAnswers(8 * MEGABYTE, Duration.ofSeconds(60));
        for (int from = 0, step = 1;
                from < sent.length;
                from += step, step = Math.min(sent.length - from, step + 997)) {
            answers.write(sent, from, step);
        }
        answers.finish(new byte[] {1, 2, 3});
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answers.handOver(client);
        byte[] all = client.toByteArray();
        assertThat(all).hasSize(sent.length + 3).startsWith(sent).endsWith((byte) 1, (byte) 2, (byte) 3);
    }

    @Test
    void the_file_is_used_again_while_the_client_reads() throws Exception {
        byte[] sent = new byte[20 * MEGABYTE];
        new Random(8).nextBytes(sent);
        UnreadAnswers answers = new UnreadAnswers(MEGABYTE + 12_345, Duration.ofSeconds(60));
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            try {
                answers.handOver(client);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        for (int from = 0; from < sent.length; from += 40_960) {
            answers.write(sent, from, Math.min(40_960, sent.length - from));
        }
        answers.finish(new byte[0]);
        reader.get();
        assertThat(client.toByteArray()).isEqualTo(sent);
    }

    @Test
    void a_full_file_that_nobody_reads_is_said_and_the_end_still_comes() throws Exception {
        UnreadAnswers answers = new UnreadAnswers(MEGABYTE, Duration.ofMillis(1));
        byte[] piece = new byte[MEGABYTE / 2];
        for (int i = 0; i < 4; i++) {
            answers.write(piece);
        }
        assertThatThrownBy(() -> answers.write(piece))
                .isInstanceOf(UnreadAnswers.Full.class)
                .hasMessageContaining("1048576 bytes");
        answers.finish(new byte[] {9});
        ByteArrayOutputStream client = new ByteArrayOutputStream();
        answers.handOver(client);
        assertThat(client.toByteArray()).hasSize(2 * MEGABYTE + 1).endsWith((byte) 9);
    }

    @Test
    void a_client_that_is_gone_ends_the_writing() throws Exception {
        UnreadAnswers answers = new UnreadAnswers(MEGABYTE, Duration.ofSeconds(60));
        answers.abandon();
        assertThatThrownBy(() -> answers.write(1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("gone");
    }
}
