package smeta.budget;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.estimate.Share;
import smeta.price.ServiceTier;

/** A workload before its sample is known. */
public record AskedWorkload(
        String name,
        List<String> models,
        @Nullable String seller,
        Volume volume,
        @Nullable Long input,
        @Nullable ReplyLength output,
        long reasoning,
        @Nullable BigDecimal cached,
        @Nullable Share cacheWrite,
        @Nullable Duration lifetime,
        BigDecimal batchShare,
        ServiceTier tier,
        @Nullable Long maxOutput) {}
