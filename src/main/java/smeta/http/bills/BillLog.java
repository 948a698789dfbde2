package smeta.http.bills;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Estimate;
import smeta.estimate.Impossible;
import smeta.estimate.UsagePricer;
import smeta.http.answer.Amounts;
import smeta.http.batches.BatchLines;
import smeta.http.library.Library;
import smeta.http.query.AskedNames;
import smeta.http.problem.Problem;
import smeta.money.Money;
import smeta.prompt.Body;
import smeta.prompt.Unreadable;
import smeta.usage.ReportedCost;

/** Prices the lines of a log one by one. What is wrong with a line stays on it. */
final class BillLog {
    private final Library.Snapshot snapshot;
    private final AskedNames names;
    private final UsagePricer pricer;
    private final BillQuery asked;
    private final LogSummary summary;

    BillLog(Library.Snapshot snapshot, BillQuery asked) {
        this.snapshot = snapshot;
        names = AskedNames.of(snapshot.names(), asked.seller());
        pricer = snapshot.estimator().pricer(names::model);
        this.asked = asked;
        summary = new LogSummary(asked.scale());
    }

    /** Answers each line by a line, and all of them by one more. */
    void answer(BatchLines lines, OutputStream to) throws IOException {
        OutputStream out = new BufferedOutputStream(to, 1 << 15);
        for (BatchLines.Line line = lines.next(); line != null; line = lines.next()) {
            write(out, line(line.number(), line.bytes()));
        }
        write(out, summary());
        out.flush();
    }

    private static void write(OutputStream out, String json) throws IOException {
        out.write(json.getBytes(StandardCharsets.UTF_8));
        out.write('\n');
    }

    /** @param bytes null if the line is longer than is kept */
    private String line(long number, byte @Nullable [] bytes) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("line", number);
        try {
            if (bytes == null) {
                return problem(json, 413, "line_too_long", "The line is too long.", "raise smeta.load.batch-line", "");
            }
            priced(json, BillBody.read(Body.json(bytes), asked.convention()).orModel(asked.model()));
            return json.toString();
        } catch (Unreadable e) {
            int status = e.kind() == Unreadable.Kind.MALFORMED ? 400 : 422;
            return problem(json, status, e.code(), e.getMessage(), e.hint(), e.pointer());
        } catch (Impossible e) {
            return problem(json, 422, e.code(), e.getMessage(), e.hint(), "");
        } catch (UnknownInLog e) {
            return problem(json, 404, "unknown_model", e.getMessage(), null, "");
        } catch (RuntimeException e) {
            // the message could quote the line
            String what = "Something failed that should not: " + e.getClass().getSimpleName() + ".";
            return problem(json, 500, "internal_error", what, null, "");
        }
    }

    private String summary() {
        ObjectNode json = summary.json();
        json.put("catalogue", snapshot.catalogue().version());
        return json.toString();
    }

    /** A model that the catalogue doesn't have. */
    private static final class UnknownInLog extends RuntimeException {
        UnknownInLog(String name) {
            super("The catalogue has no model “" + name + "”.", null, false, false);
        }
    }

    private void priced(ObjectNode json, BillBody body) {
        if (body.model() == null) {
            throw new Impossible("model_or_rates", "The line has rates and no model.", "name a model");
        }
        Model model = names.model(body.model()).orElseThrow(() -> new UnknownInLog(body.model()));
        UsagePricer.Priced priced = pricer.price(model, body.usage(), asked.terms(body));
        LocalDate day = body.moment() == null ? null : LocalDate.ofInstant(body.moment(), ZoneOffset.UTC);
        Estimate.Cost cost = priced.settlement().cost();
        json.put("model", model.qualifiedId());
        if (day != null) {
            json.put("day", day.toString());
        }
        json.put("usage_convention", body.usage().convention().wireName());
        json.put("service_tier", priced.tier().wireName());
        ObjectNode total = json.putObject("total");
        total.put("amount", shown(cost.likely()));
        total.put("currency", cost.likely().currency().getCurrencyCode());
        if (!cost.low().equals(cost.high())) {
            total.put("low", shown(cost.low()));
            total.put("high", shown(cost.high()));
        }
        json.put("complete", priced.isComplete());
        if (!priced.isComplete()) {
            ArrayNode unpriced = json.putArray("unpriced");
            cost.bill().unpriced().forEach(m -> unpriced.add(m.wireName()));
            priced.unmetered().forEach(unpriced::add);
        }
        ReportedCost reported = body.usage().cost();
        if (reported != null) {
            write(json.putObject("reported_cost"), ReportedCostAnswer.of(reported, cost.bill().likely()));
        }
        summary.add(model.qualifiedId(), day, body.usage().usage(), priced);
    }

    private static void write(ObjectNode json, ReportedCostAnswer cost) {
        json.put("amount", cost.amount()).put("currency", cost.currency()).put("field", cost.field());
        if (cost.ours() != null) {
            json.put("ours", cost.ours()).put("difference", cost.difference());
        }
    }

    private String shown(Money money) {
        return asked.scale() == null ? Amounts.exact(money.amount()) : Amounts.rounded(money, asked.scale());
    }

    private String problem(
            ObjectNode json, int status, String code, String detail, @Nullable String hint, String pointer) {
        summary.problem(code);
        Problem problem = Problem.of(status, code, "The line can't be priced", detail, hint);
        json.putRawValue("problem", new RawValue((pointer.isEmpty() ? problem : problem.at(pointer)).text()));
        return json.toString();
    }
}
