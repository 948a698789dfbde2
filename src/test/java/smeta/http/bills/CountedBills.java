package smeta.http.bills;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.yaml.OwnCards;
import smeta.estimate.UsagePricer;
import smeta.http.answer.JsonLines;
import smeta.http.batches.BatchLines;
import smeta.http.growth.Shipped;
import smeta.price.RateCard;

/** The walk of a bill, or of a log, from its bytes to its answer's. */
public final class CountedBills implements BinaryOperator<String> {
    private final Shipped shipped = new Shipped();
    private final UsagePricer pricer = shipped.snapshot().estimator().pricer(shipped::model);
    private final BillQuery byModel = asked("gpt-4o");
    private final BillQuery byRates = asked(null);

    @Override
    public String apply(String kind, String body) {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        return kind.equals("log") ? log(bytes) : bill(bytes, kind.equals("rates") ? byRates : byModel);
    }

    private static BillQuery asked(@Nullable String model) {
        Instant moment = Instant.parse("2026-11-22T12:00:00Z");
        return new BillQuery(
                new UsagePricer.Asked(moment, true, null, null, null, null, null, null),
                true,
                model,
                null,
                6,
                true,
                null);
    }

    private String bill(byte[] bytes, BillQuery query) {
        BillBody body = BillBody.read(bytes, query.convention()).orModel(query.model());
        UsagePricer.Asked terms = query.terms(body);
        UsagePricer.Priced priced = body.rates() == null
                ? pricer.price(
                        shipped.model(Objects.requireNonNull(body.model())).orElseThrow(), body.usage(), terms)
                : pricer.price(null, card(body), body.usage(), terms);
        BillAnswer answer = new BillMapping(query, "c")
                .answer(null, priced, body.usage(), terms, priced.settlement().notes());
        return "bill of " + answer.toString().length();
    }

    /** Of many cards that are read, the first. */
    private static RateCard card(BillBody body) {
        OwnCards.Read read = OwnCards.read(Objects.requireNonNull(body.rates()), "/rates");
        if (!read.defects().isEmpty()) {
            throw new IllegalArgumentException(read.defects().toString());
        }
        return read.cards().get(0);
    }

    private String log(byte[] bytes) {
        BatchLines lines = new BatchLines(new ByteArrayInputStream(bytes), 1 << 20);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            Object summary = new BillLog(lines, shipped.snapshot(), byModel, shipped.load()).answer(out);
            out.write(JsonLines.line(summary));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String answer = out.toString(StandardCharsets.UTF_8);
        if (answer.contains("internal_error")) {
            throw new IllegalStateException(answer.substring(0, 300));
        }
        return "log of " + answer.length();
    }
}
