package smeta.catalogue;

import smeta.name.Resolution;

/**
 * A model by the name that was asked for.
 *
 * @param resolution how the name was understood
 */
public record NamedModel(String asked, Model model, Resolution resolution) {
    /** The listed model that it is, or that it is counted like, by {@code seller/id}. */
    public String counted() {
        return resolution instanceof Resolution.Unpriced unpriced ? unpriced.like() : model.qualifiedId();
    }

    /** Whether no list has this model, and one of its family stands for it. */
    public boolean isOfAFamily() {
        return resolution instanceof Resolution.Unpriced unpriced && unpriced.family() != null;
    }

    /** Whether there is an offer at this name's seller, and so perhaps a price. */
    public boolean isListed() {
        return resolution instanceof Resolution.Listed;
    }
}
