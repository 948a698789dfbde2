package smeta.budget;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.estimate.Share;
import smeta.price.ServiceTier;

/**
 * A kind of request and how often it is sent.
 *
 * @param models     the one that is planned with, and others to compare with it
 * @param sample     one request in a model's quantities
 * @param reply      null: as long as the sample has it
 * @param reasoning  tokens of thinking, on average
 * @param cached     percent of the prompt that is read from the provider's cache, on average; null: as usual for the
 *                   sample
 * @param cacheWrite part of the prompt that is written to it, after what is read; null: what the request's marks say
 * @param lifetime   of what is written; null: the provider's usual one
 * @param batchShare percent of the requests that go through the batch tier
 * @param tier       of the others
 */
public record Workload(
        String name,
        List<Model> models,
        Volume volume,
        Function<Model, SampleRequest> sample,
        @Nullable ReplyLength reply,
        long reasoning,
        @Nullable BigDecimal cached,
        @Nullable Share cacheWrite,
        @Nullable Duration lifetime,
        BigDecimal batchShare,
        ServiceTier tier) {
    public Workload {
        models = List.copyOf(models);
    }

    /** Percent. */
    BigDecimal cached(SampleRequest one) {
        return cached != null ? cached : one.cached() != null ? one.cached() : BigDecimal.ZERO;
    }

    Workload withCached(BigDecimal percent) {
        return new Workload(
                name, models, volume, sample, reply, reasoning, percent, cacheWrite, lifetime, batchShare, tier);
    }

    Workload withBatchShare(BigDecimal percent) {
        return new Workload(
                name, models, volume, sample, reply, reasoning, cached, cacheWrite, lifetime, percent, tier);
    }
}
