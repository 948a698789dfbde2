package smeta.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.CallRefused;
import smeta.library.Smeta;

/** {@code smeta batch}: every line of a JSON Lines file, and the totals. A bad line spoils itself only. */
final class BatchSubcommand implements Subcommand {
    /** Made when a batch is read, and for no other command: it takes a third of their time. */
    private static final class Lines {
        static final ObjectMapper JSON = new ObjectMapper();
    }

    private static final int EVERY = 100;

    @Override
    public int run(Given given) {
        Smeta smeta = given.smeta();
        Map<String, Total> totals = new LinkedHashMap<>();
        long lines = 0;
        long bad = 0;
        String file = given.operand();
        try (BufferedReader reader = new BufferedReader(reader(file, given))) {
            long size = given.around().terminal() && !file.equals("-") ? Files.size(Path.of(file)) : 0;
            long read = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read += size > 0 ? line.getBytes(StandardCharsets.UTF_8).length + 1 : 0;
                if (line.isBlank()) {
                    continue;
                }
                bad += line(line, ++lines, smeta, totals, given) ? 0 : 1;
                if (size > 0 && lines % EVERY == 0) {
                    bar(given, read, size, lines);
                }
            }
        } catch (IOException e) {
            throw Prompts.unreadable(file);
        }
        wipe(given);
        if (!given.json()) {
            given.print(table(totals).plain());
            given.print(lines + " lines" + (bad == 0 ? "" : ", " + bad + " of them can't be estimated") + "\n");
        }
        return bad == 0 ? DONE : NO;
    }

    private static Reader reader(String file, Given given) throws IOException {
        return file.equals("-")
                ? new InputStreamReader(given.around().in(), StandardCharsets.UTF_8)
                : Files.newBufferedReader(Path.of(file));
    }

    private static boolean line(String line, long number, Smeta smeta, Map<String, Total> totals, Given given) {
        try {
            for (CallEstimate one : given.estimates(smeta, given.saying(Call.ofRequest(request(line))))) {
                totals.computeIfAbsent(one.model(), model -> new Total()).add(one);
                if (given.json()) {
                    ObjectNode json = Shown.json(one).put("line", number);
                    given.print(json.toString() + "\n");
                }
            }
            return true;
        } catch (CallRefused e) {
            wipe(given);
            given.around().err().println("line " + number + ": " + e.getMessage() + " " + e.hint());
            return false;
        }
    }

    /** One of OpenAI's batch lines has its request in {@code body}. */
    private static String request(String line) {
        try {
            JsonNode whole = Lines.JSON.readTree(line);
            return whole.path("body").isObject() ? whole.get("body").toString() : line;
        } catch (JsonProcessingException notJson) {
            return line;
        }
    }

    private static void bar(Given given, long read, long size, long lines) {
        int done = (int) Math.min(30, 30 * read / size);
        given.around().err().print("\r[" + "#".repeat(done) + " ".repeat(30 - done) + "] " + lines + " lines");
        given.around().err().flush();
    }

    /** Takes the bar away, so that what follows has the line for itself. */
    private static void wipe(Given given) {
        if (given.around().terminal()) {
            given.around().err().print("\r" + " ".repeat(60) + "\r");
            given.around().err().flush();
        }
    }

    private static Table table(Map<String, Total> totals) {
        Table table = new Table(1, "model", "lines", "input", "don't fit", "likely", "at most", "");
        totals.forEach((model, total) -> table.row(
                model,
                Long.toString(total.lines),
                Long.toString(total.input),
                Long.toString(total.misfits),
                Shown.amount(total.likely()),
                Shown.amount(total.high()),
                total.currency()));
        return table;
    }
}
