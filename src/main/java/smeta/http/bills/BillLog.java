package smeta.http.bills;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Estimate;
import smeta.estimate.Impossible;
import smeta.estimate.UsagePricer;
import smeta.http.answer.JsonLines;
import smeta.http.batches.BatchLines;
import smeta.http.batches.StreamedAnswers;
import smeta.http.library.Library;
import smeta.http.load.Load;
import smeta.http.problem.Problem;
import smeta.http.query.AskedNames;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;
import smeta.usage.ReportedCost;

/** Prices the lines of a log one by one, in turn with requests. What is wrong with a line stays on it. */
final class BillLog implements StreamedAnswers.Lines {
    private final BatchLines lines;
    private final Library.Snapshot snapshot;
    private final AskedNames names;
    private final UsagePricer pricer;
    private final BillQuery asked;
    private final Load load;
    private final LogSummary summary;

    BillLog(BatchLines lines, Library.Snapshot snapshot, BillQuery asked, Load load) {
        this.lines = lines;
        this.load = load;
        this.snapshot = snapshot;
        names = AskedNames.of(snapshot.names(), asked.seller());
        pricer = snapshot.estimator().pricer(names::model);
        this.asked = asked;
        summary = new LogSummary(asked.scale());
    }

    @Override
    public Object answer(OutputStream out) throws IOException {
        for (List<BatchLines.Line> piece = lines.piece(); !piece.isEmpty(); piece = lines.piece()) {
            List<byte[]> answered = new ArrayList<>(piece.size());
            try (Load.Turn turn = load.takePatiently()) {
                if (turn == null) {
                    throw new IOException("interrupted");
                }
                piece.forEach(line -> answered.add(JsonLines.line(answer(line.number(), line.bytes()))));
            }
            for (byte[] line : answered) {
                out.write(line);
            }
        }
        return summary.answer(snapshot.catalogue().version());
    }

    @Override
    public String hint() {
        return "read the answer while you send, send fewer lines at once, or raise smeta.load.unread";
    }

    /** @param bytes null if the line is longer than is kept */
    private LogLineAnswer answer(long number, byte @Nullable [] bytes) {
        try {
            if (bytes == null) {
                return problem(
                        number, 413, "line_too_long", "The line is too long.", "raise smeta.load.batch-line", "");
            }
            return priced(
                    number, BillBody.read(Body.json(bytes), asked.convention()).orModel(asked.model()));
        } catch (Unreadable e) {
            int status = e.kind() == Unreadable.Kind.MALFORMED ? 400 : 422;
            return problem(number, status, e.code(), e.getMessage(), e.hint(), e.pointer());
        } catch (Impossible e) {
            return problem(number, 422, e.code(), e.getMessage(), e.hint(), "");
        } catch (UnknownInLog e) {
            return problem(number, 404, "unknown_model", String.valueOf(e.getMessage()), null, "");
        } catch (RuntimeException e) {
            // the message could quote the line
            String what = "Something failed that should not: " + e.getClass().getSimpleName() + ".";
            return problem(number, 500, "internal_error", what, null, "");
        }
    }

    /** A model that the catalogue doesn't have. */
    private static final class UnknownInLog extends RuntimeException {
        UnknownInLog(String name) {
            super("The catalogue has no model “" + name + "”.", null, false, false);
        }
    }

    private LogLineAnswer priced(long number, BillBody body) {
        String name = body.model();
        if (name == null) {
            throw new Impossible("model_or_rates", "The line has rates and no model.", "name a model");
        }
        Model model = names.model(name).orElseThrow(() -> new UnknownInLog(name));
        UsagePricer.Priced priced = pricer.price(model, body.usage(), asked.terms(body));
        LocalDate day = body.moment() == null ? null : LocalDate.ofInstant(body.moment(), ZoneOffset.UTC);
        Estimate.Cost cost = priced.settlement().cost();
        summary.add(model.qualifiedId(), day, body.usage().usage(), priced);
        ReportedCost reported = body.usage().cost();
        return new LogLineAnswer(
                number,
                model.qualifiedId(),
                day == null ? null : day.toString(),
                body.usage().convention().wireName(),
                priced.tier().wireName(),
                summary.amount(cost.low(), cost.likely(), cost.high()),
                priced.isComplete(),
                priced.isComplete() ? null : unpriced(priced),
                reported == null
                        ? null
                        : ReportedCostAnswer.of(reported, cost.bill().likely()),
                null);
    }

    private static List<String> unpriced(UsagePricer.Priced priced) {
        List<String> unpriced = new ArrayList<>();
        priced.settlement().cost().bill().unpriced().forEach(meter -> unpriced.add(meter.wireName()));
        unpriced.addAll(priced.unmetered());
        return unpriced;
    }

    private LogLineAnswer problem(
            long number, int status, String code, String detail, @Nullable String hint, String pointer) {
        summary.problem(code);
        Problem problem = Problem.of(status, code, "The line can't be priced", detail, hint);
        return LogLineAnswer.of(number, pointer.isEmpty() ? problem : problem.at(pointer));
    }
}
