package smeta.price;

import java.util.Arrays;
import java.util.Optional;

/** On what terms a card offers the model: four ways of not costing money are four different things. */
public enum Offer {
    SOLD("sold"),
    FREE("free"),
    FREE_FOR_NOW("free-for-now"),
    /** A trial quota that cannot be bought beyond. */
    TRIAL_ONLY("trial-only"),
    NOT_RELEASED("not-released");

    private final String wireName;

    Offer(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether there is a price, be it zero. */
    public boolean hasPrice() {
        return this == SOLD || this == FREE || this == FREE_FOR_NOW;
    }

    public static Optional<Offer> named(String name) {
        return Arrays.stream(values()).filter(o -> o.wireName.equals(name)).findFirst();
    }
}
