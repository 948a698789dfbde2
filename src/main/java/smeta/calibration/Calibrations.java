package smeta.calibration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calibrations in use, by model. Immutable. */
public final class Calibrations {
    /** None: every estimate is bare. */
    public static final Calibrations NONE = new Calibrations(Map.of(), 995, 90);

    private final Map<String, InUse> byModel;
    private final int share;
    private final int staleAfterDays;

    /** @param made the day on which the file was made, in UTC */
    public record InUse(ModelCalibration model, LocalDate made) {}

    /**
     * @param byModel        by {@code provider/id}
     * @param share          of prompts that are not above an upper bound, in tenths of a percent
     * @param staleAfterDays from which age on an estimate says how old its calibration is
     */
    public Calibrations(Map<String, InUse> byModel, int share, int staleAfterDays) {
        this.byModel = Collections.unmodifiableMap(new TreeMap<>(byModel));
        this.share = share;
        this.staleAfterDays = staleAfterDays;
    }

    /** Null if there is none, or it rests on too few lines to be used. */
    public @Nullable InUse find(String model) {
        InUse found = byModel.get(model);
        return found == null || !found.model().isUsed() ? null : found;
    }

    public int share() {
        return share;
    }

    public int size() {
        return byModel.size();
    }

    /** Days since it was made; null if that is no reason to say so. */
    public @Nullable Long staleDays(InUse calibration, Instant moment) {
        long days = ChronoUnit.DAYS.between(calibration.made(), LocalDate.ofInstant(moment, ZoneOffset.UTC));
        return days > staleAfterDays ? days : null;
    }
}
