package smeta.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;
import smeta.library.Call;
import smeta.library.CallEstimate;
import smeta.library.Smeta;

/** What a command was given: its operands, its options, and where it runs. */
record Given(ParseResult parsed, Surroundings around) {
    @Nullable
    String option(String name) {
        return parsed.matchedOptionValue(name, null);
    }

    boolean has(String name) {
        return parsed.hasMatchedOption(name);
    }

    /** The only operand; {@code -}, standard input, where there is none. */
    String operand() {
        List<String> all = operands();
        if (all.size() > 1) {
            throw new WrongUsage("expected one operand, found " + all.size() + ": " + String.join(" ", all));
        }
        return all.isEmpty() ? "-" : all.get(0);
    }

    List<String> operands() {
        return parsed.matchedPositionals().stream()
                .flatMap(p -> p.stringValues().stream())
                .toList();
    }

    byte[] input() {
        return Prompts.bytes(operand(), around.in());
    }

    /** The call with every word that was said about it. */
    Call saying(Call call) {
        Call said = call;
        for (Word word : Word.values()) {
            String text = said(word);
            said = text == null ? said : word.said(said, text);
        }
        return said;
    }

    /** Null if the command hasn't got that word, or nobody said it. */
    @Nullable
    String said(Word word) {
        return parsed.commandSpec().findOption(word.option()) == null ? null : option(word.option());
    }

    /** {@code table} or {@code markdown}. */
    String format() {
        String format = option(SmetaCommand.FORMAT);
        if (format != null && !format.matches("table|markdown")) {
            throw new WrongUsage("expected --format table or markdown, found “" + format + "”");
        }
        return format == null ? "table" : format;
    }

    /** Empty if none are named. */
    List<String> models() {
        String names = option(Word.MODELS.option());
        return names == null
                ? List.of()
                : Arrays.stream(names.split(","))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
    }

    List<CallEstimate> estimates(Smeta smeta, Call call) {
        List<String> models = models();
        if (models.equals(List.of("*"))) {
            models = smeta.models();
        }
        return models.isEmpty() ? List.of(smeta.estimate(call)) : smeta.estimates(call, models);
    }

    /** By the one model that is named, if one is. */
    Call ofOneModel(Call call) {
        List<String> models = models();
        if (models.size() > 1) {
            throw new WrongUsage("expected one model, found " + models.size() + "; name one with --models");
        }
        return models.isEmpty() ? call : call.model(models.get(0));
    }

    /** With the data of {@code --service} or of {@code --catalogue-folder}, or else the data that ships. */
    Smeta smeta() {
        String service = option(SmetaCommand.SERVICE);
        String folder = option(SmetaCommand.FOLDER);
        folder = folder == null ? around.environment().get("SMETA_CATALOGUE_FOLDER") : folder;
        try {
            Smeta smeta = service != null
                    ? Smeta.ofService(URI.create(service), around.clock())
                    : folder != null ? Smeta.ofFolder(Path.of(folder), around.clock()) : Smeta.bundled(around.clock());
            String learnt = option(SmetaCommand.CALIBRATIONS);
            learnt = learnt == null ? around.environment().get("SMETA_CALIBRATIONS_FOLDER") : learnt;
            smeta = learnt == null ? smeta : smeta.calibrated(Path.of(learnt));
            String contract = option(SmetaCommand.CONTRACT);
            contract = contract == null ? around.environment().get("SMETA_CONTRACTS") : contract;
            return contract == null ? smeta : smeta.contracted(Path.of(contract));
        } catch (IOException e) {
            throw new WrongUsage("the service " + service + " gives no snapshot: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new WrongUsage("interrupted while the service was asked");
        } catch (UncheckedIOException | IllegalArgumentException e) {
            throw new WrongUsage(String.valueOf(e.getMessage()));
        }
    }

    boolean json() {
        return has(SmetaCommand.JSON);
    }

    void print(JsonNode json) {
        around.out().println(json.toPrettyString());
    }

    void print(Stream<? extends JsonNode> all) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        all.forEach(array::add);
        print(array);
    }

    void print(String text) {
        around.out().print(text);
    }
}
