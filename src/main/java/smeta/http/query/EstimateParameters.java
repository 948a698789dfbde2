package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import smeta.estimate.Assumptions;
import smeta.estimate.Bound;
import smeta.http.problem.Problem;
import smeta.prompt.UnknownParts;

/** The parameters that estimates, checks and batches share. */
@RegisterForReflection
public class EstimateParameters extends QueryParameters {
    @BeanParam
    @Valid
    public ModelParameters models = new ModelParameters();

    @BeanParam
    @Valid
    public PromptParameters prompt = new PromptParameters();

    @BeanParam
    @Valid
    public CallParameters call = new CallParameters();

    @BeanParam
    @Valid
    public PriceParameters price = new PriceParameters();

    @BeanParam
    @Valid
    public AnswerParameters answer = new AnswerParameters();

    @Override
    public void contradictions(List<Problem.Error> errors) {
        models.contradictions(errors);
        call.contradictions(errors);
    }

    /** @param usual where the query names no bound */
    public EstimateQuery asked(Clock clock, Bound usual) {
        return new EstimateQuery(
                models.names(),
                models.everyone(),
                new LinkedHashSet<>(Lists.of(models.accepts)),
                models.provider == null ? null : models.provider.strip(),
                models.minContext,
                prompt.dialect,
                prompt.unknownParts == UnknownParts.NOTE,
                assumptions(clock, usual),
                answer.sort,
                included(),
                answer.scale == null ? 6 : answer.scale,
                prompt.input,
                models.seller(),
                models.offers != null,
                models.list == ModelList.ALL,
                models.search,
                models.page());
    }

    private Set<String> included() {
        return Lists.of(answer.include).stream()
                .map(Readings::word)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Assumptions assumptions(Clock clock, Bound usual) {
        Moment on = price.moment(clock);
        return new Assumptions(
                on.instant(),
                on.timeKnown(),
                new Assumptions.SaidReply(call.output, call.maxOutput, call.reasoning),
                new Assumptions.SaidCache(
                        call.cached, call.cacheWrite, call.lifetime == null ? null : call.lifetime.time()),
                new Assumptions.SaidMedia(
                        Lists.of(prompt.images),
                        Lists.of(prompt.audio).stream().map(Duration::toMillis).toList(),
                        Lists.of(prompt.videos),
                        Lists.of(prompt.pages)),
                price.tier,
                price.currency,
                answer.bound == null ? usual : answer.bound,
                new Assumptions.SaidPlace(price.channel(), price.region(), price.residency(), price.variant(), null));
    }
}
