package smeta.catalogue.tables;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A row of a table as an offer.
 *
 * @param row    the table's own name for it
 * @param seller our word for who sells it
 * @param id     the seller's name of the model
 * @param model  as a line of the wide list has it
 */
public record ImportedOffer(String row, String seller, String id, ObjectNode model) {
    /** {@code seller/id}. */
    public String key() {
        return seller + "/" + id;
    }
}
