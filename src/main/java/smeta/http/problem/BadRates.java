package smeta.http.problem;

import java.io.Serial;
import java.util.List;
import smeta.catalogue.yaml.OwnCards;

/** Every defect of the rates in a body at once. */
public final class BadRates extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<OwnCards.Defect> defects;

    public BadRates(List<OwnCards.Defect> defects) {
        super(defects.size() + " defects in the rates");
        this.defects = List.copyOf(defects);
    }

    List<OwnCards.Defect> defects() {
        return defects;
    }
}
