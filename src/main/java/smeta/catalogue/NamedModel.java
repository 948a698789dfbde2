package smeta.catalogue;

import smeta.name.Resolution;

/**
 * A model by the name that was asked for.
 *
 * @param resolution how the name was understood
 */
public record NamedModel(String asked, Model model, Resolution resolution) {
    /** Whether there is an offer at this name's seller, and so perhaps a price. */
    public boolean isListed() {
        return resolution instanceof Resolution.Listed;
    }
}
