package smeta.budget;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.CachePrefix;
import smeta.estimate.Impossible;
import smeta.estimate.Share;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.ExchangeRates;
import smeta.money.Fraction;
import smeta.money.Money;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;

/**
 * Makes plans. Each day has the price card that is in force when it begins (UTC), so announced changes apply by date.
 */
public final class Planner {
    private static final Fraction HUNDREDTH = Fraction.of("0.01");

    private final ExchangeRates exchange;
    private final PlanTerms terms;

    public Planner(ExchangeRates exchange, PlanTerms terms) {
        this.exchange = exchange;
        this.terms = terms;
    }

    /** @throws Impossible if no exchange rate to the asked currency is known */
    public BudgetPlan plan(Workload workload, Model model) {
        return plan(workload, model, workload.sample().apply(model));
    }

    BudgetPlan plan(Workload workload, Model model, SampleRequest sample) {
        Set<Note> notes = new LinkedHashSet<>(sample.notes());
        if (sample.problem() != null) {
            notes.add(new Note("does_not_fit", "The model can't take this request as it is: {reason}.")
                    .with("reason", sample.problem()));
        }
        List<BudgetPlan.Month> months = new ArrayList<>();
        BudgetPlan.Cost sum = null;
        boolean complete = true;
        Fraction requests = Fraction.ZERO;
        YearMonth firstOver = null;
        Fraction dearest = Fraction.ZERO;
        for (int i = 0; i < terms.months(); i++) {
            BudgetPlan.Month month = month(workload, model, sample, i, notes);
            requests = requests.plus(month.requests());
            if (month.cost() == null) {
                complete = false;
            } else {
                sum = sum == null ? month.cost() : sum.plus(month.cost());
                dearest = max(dearest, month);
            }
            Boolean within = within(month, sum);
            months.add(new BudgetPlan.Month(month.month(), month.requests(), month.cost(), month.cards(), within));
            if (firstOver == null && Boolean.FALSE.equals(within)) {
                firstOver = month.month();
            }
        }
        Currency currency = sum == null ? terms.currency() : sum.likely().currency();
        return new BudgetPlan(
                workload,
                model,
                months,
                requests,
                complete ? sum : null,
                firstOver,
                terms.limit() == null || sum == null || dearest.signum() == 0
                        ? null
                        : Fraction.of(terms.limit()).dividedBy(dearest).floor(),
                used(model, currency),
                List.copyOf(notes));
    }

    private Fraction max(Fraction dearest, BudgetPlan.Month month) {
        BudgetPlan.Cost cost = month.cost();
        if (cost == null || month.requests().signum() == 0) {
            return dearest;
        }
        Fraction each = cost.at(terms.bound()).amount().dividedBy(month.requests());
        return each.compareTo(dearest) > 0 ? each : dearest;
    }

    private @Nullable Boolean within(BudgetPlan.Month month, BudgetPlan.@Nullable Cost sum) {
        if (terms.limit() == null || month.cost() == null || sum == null) {
            return null;
        }
        Money cost = (terms.perMonth() ? month.cost() : sum).at(terms.bound());
        return cost.amount().compareTo(Fraction.of(terms.limit())) <= 0;
    }

    private BudgetPlan.Month month(Workload workload, Model model, SampleRequest sample, int index, Set<Note> notes) {
        YearMonth month = YearMonth.from(terms.start()).plusMonths(index);
        LocalDate first = index == 0 ? terms.start() : month.atDay(1);
        LocalDate end = month.plusMonths(1).atDay(1);
        Fraction all = workload.volume().between(first, end, index);
        List<Item> items = items(workload, sample, all);
        List<BudgetPlan.Card> cards = new ArrayList<>();
        BudgetPlan.Cost cost = null;
        boolean complete = true;
        for (LocalDate from = first; from.isBefore(end); ) {
            RateCard card = card(model, from);
            LocalDate until = from.plusDays(1);
            while (until.isBefore(end) && card(model, until) == card) {
                until = until.plusDays(1);
            }
            BudgetPlan.Cost each = card == null ? null : each(workload, card, items, notes);
            if (card == null || each == null) {
                complete = false;
                notes.add(new Note("no_price", "There is no complete price from {from} on.").with("from", from));
            } else {
                cards.add(new BudgetPlan.Card(from, card.label()));
                BudgetPlan.Cost part = each.times(workload.volume().between(from, until, index));
                cost = cost == null ? part : cost.plus(part);
            }
            from = until;
        }
        aboutTheModel(model, end, notes);
        return new BudgetPlan.Month(month, all, complete ? cost : null, cards, null);
    }

    private static void aboutTheModel(Model model, LocalDate end, Set<Note> notes) {
        if (model.retirement() != null && model.retirement().on().isBefore(end)) {
            notes.add(new Note(
                            "retired_in_plan",
                            "The model is retired on {on}; past that day the plan is only a comparison.")
                    .with("on", model.retirement().on()));
        }
    }

    private static @Nullable RateCard card(Model model, LocalDate day) {
        Instant moment = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        return model.card(moment, null, null).filter(RateCard::hasPrice).orElse(null);
    }

    /** One average request: cached where the workload says so, with the average reply of so many requests. */
    private static List<Item> items(Workload workload, SampleRequest sample, Fraction requests) {
        BigDecimal cached = workload.cached(sample);
        Share read = cached.signum() == 0 ? null : Share.ofPercent(cached);
        List<Item> prompt = CachePrefix.split(sample.prompt(), read, workload.cacheWrite(), workload.lifetime());
        List<Item> items = new ArrayList<>(prompt);
        if (workload.reply() == null) {
            items.addAll(sample.reply());
            return items;
        }
        items.add(new Item("reply", Meter.OUTPUT_TOKENS, workload.reply().over(requests), null));
        if (workload.reasoning() > 0) {
            items.add(new Item("reasoning", Meter.REASONING_TOKENS, Count.exact(workload.reasoning()), null));
        }
        return items;
    }

    /** What one request costs: the share that goes through the batch tier at its price, the others at theirs. */
    private BudgetPlan.@Nullable Cost each(Workload workload, RateCard card, List<Item> items, Set<Note> notes) {
        Fraction batch = Fraction.of(workload.batchShare()).times(HUNDREDTH);
        BudgetPlan.Cost cost = null;
        if (batch.compareTo(Fraction.ONE) < 0) {
            BudgetPlan.Cost direct = bill(card, items, workload.tier(), notes);
            if (direct == null) {
                return null;
            }
            cost = direct.times(Fraction.ONE.minus(batch));
        }
        if (batch.signum() > 0) {
            BudgetPlan.Cost batched = bill(card, items, ServiceTier.BATCH, notes);
            if (batched == null) {
                return null;
            }
            cost = cost == null ? batched.times(batch) : cost.plus(batched.times(batch));
        }
        return cost;
    }

    private BudgetPlan.@Nullable Cost bill(RateCard card, List<Item> items, ServiceTier tier, Set<Note> notes) {
        if (tier != ServiceTier.STANDARD && !card.services().containsKey(tier)) {
            notes.add(new Note("tier_not_priced", "No price is published for the service tier “{tier}” of this model.")
                    .with("tier", tier.wireName()));
            return null;
        }
        List<Item> all = new ArrayList<>(items);
        if (card.rates().get(Meter.REQUESTS).isPresent()) {
            all.add(new Item("request", Meter.REQUESTS, Count.exact(1), null));
        }
        Bill bill = Biller.bill(card, all, new smeta.price.Terms(tier, null, null, null));
        notes.addAll(bill.notes());
        if (!bill.isComplete()) {
            return null;
        }
        Fraction factor = path(bill.currency()).factor();
        Currency to = terms.currency() == null ? bill.currency() : terms.currency();
        return new BudgetPlan.Cost(
                new Money(bill.low().amount().times(factor), to),
                new Money(bill.likely().amount().times(factor), to),
                new Money(bill.high().amount().times(factor), to));
    }

    private ExchangeRates.Path path(Currency from) {
        Currency to = terms.currency() == null ? from : terms.currency();
        return exchange.factor(from, to, terms.rateDay())
                .orElseThrow(() -> new Impossible(
                        "no_exchange_rate",
                        "No exchange rate from " + from + " to " + to + " is known for " + terms.rateDay() + ".",
                        "leave “currency” out, or choose a later day with “on”"));
    }

    private List<smeta.money.ExchangeRate> used(Model model, @Nullable Currency currency) {
        RateCard card = card(model, terms.start());
        return card == null || currency == null || card.currency() == null
                ? List.of()
                : path(card.currency()).used();
    }
}
