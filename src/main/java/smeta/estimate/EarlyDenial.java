package smeta.estimate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Limits;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Money;
import smeta.price.RateCard;
import smeta.token.Text;
import smeta.token.TokenCount;
import smeta.token.Vocabulary;

/**
 * Stops counting once the text alone has more tokens than the model takes or the limit pays for. What it counts to the
 * end it leaves in the request's counts, so that nothing is counted twice.
 */
final class EarlyDenial {
    /** Shorter texts are counted faster than it takes to find out whether they need to be. */
    private static final long WORTH_IT = 64 * 1024;

    private final Estimator estimator;
    private final Request request;
    private final Model model;
    private final String asked;
    private final Check.Rules rules;
    /** Denied early is only what passes the limits of a later document too. */
    private final Limits later;

    EarlyDenial(Estimator estimator, Request request, Model model, String asked, Check.Rules rules) {
        this.estimator = estimator;
        this.request = request;
        this.model = model;
        this.asked = asked;
        this.rules = rules;
        later = model.printedLimits().later();
    }

    @Nullable
    Check check() {
        if (model.framing().trims()
                || !(request.counts.tokenizer(model.tokenizer()) instanceof Vocabulary vocabulary)) {
            return null;
        }
        long bytes = request.segments.stream()
                .flatMap(s -> s.words().stream())
                .mapToLong(t -> t.utf8().length)
                .sum();
        long window = Math.min(or(later.maxInputTokens()), or(later.contextTokens()));
        if (bytes < WORTH_IT || !request.counts.inTime(bytes) || bytes <= window && rules.limit() == null) {
            return null;
        }
        long affordable = affordable(bytes);
        long most = Math.min(window, affordable);
        if (bytes <= most) {
            return null;
        }
        long start = System.nanoTime();
        try {
            return denial(vocabulary, most, affordable);
        } finally {
            request.counts.took(System.nanoTime() - start, bytes);
        }
    }

    private @Nullable Check denial(Vocabulary vocabulary, long most, long affordable) {
        long sum = 0;
        for (Segment segment : request.segments) {
            long own = 0;
            for (Text text : segment.words()) {
                own += vocabulary.countUpTo(text, most - sum - own);
                if (sum + own > most) {
                    return denied(most, affordable);
                }
            }
            request.counts.put(model.tokenizer(), "words " + segment.index(), TokenCount.exact(own));
            sum += own;
        }
        return null;
    }

    private Check denied(long most, long affordable) {
        List<String> reasons = new ArrayList<>();
        if (most >= or(later.maxInputTokens())) {
            reasons.add("over_input");
        }
        if (most >= or(later.contextTokens())) {
            reasons.add("over_context");
        }
        Money limit = null;
        Estimate.Cost cost = costOf(1);
        if (rules.limit() != null && cost != null) {
            limit = Money.of(rules.limit(), cost.likely().currency());
            if (most >= affordable) {
                reasons.add("over_limit");
            }
        }
        return new Check(
                model,
                asked,
                request.assumptions.bound(),
                reasons,
                List.of(),
                null,
                null,
                limit,
                null,
                new Check.Certain(most));
    }

    /** The most text tokens whose least cost is within the limit; all of them if nothing is known against it. */
    private long affordable(long bytes) {
        boolean cached = request.assumptions.cache().read() != null
                || request.assumptions.cache().write() != null
                || request.segments.stream().anyMatch(s -> s.lifetime() != null)
                || estimator.usuallyCached(model, Count.exact(bytes)) != null;
        BigDecimal limit = rules.limit();
        if (limit == null || cached || !costsMore(bytes, limit)) {
            return Long.MAX_VALUE;
        }
        long within = 0;
        long beyond = bytes;
        while (beyond - within > 1) {
            long middle = within + (beyond - within) / 2;
            if (costsMore(middle, limit)) {
                beyond = middle;
            } else {
                within = middle;
            }
        }
        return within;
    }

    private boolean costsMore(long tokens, BigDecimal limit) {
        Estimate.Cost cost = costOf(tokens);
        return cost != null && cost.low().compareTo(Money.of(limit, cost.low().currency())) > 0;
    }

    private Estimate.@Nullable Cost costOf(long tokens) {
        Assumptions said = request.assumptions;
        RateCard card = model.card(
                        said.moment(), said.place().channel(), said.place().region())
                .orElse(null);
        if (card == null || card.rates().get(Meter.INPUT_TOKENS).isEmpty()) {
            return null;
        }
        return estimator.cost(
                request,
                model,
                card,
                List.of(new Item("text", Meter.INPUT_TOKENS, Count.exact(tokens), null)),
                new LinkedHashSet<>());
    }

    private static long or(OptionalLong limit) {
        return limit.orElse(Long.MAX_VALUE);
    }
}
