package smeta.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import smeta.name.WideNames;

/**
 * What public tables say of offers, by seller. Second in rank: what the catalogue's own files have is theirs.
 * Thread-safe.
 */
public interface WideList {
    /** The newest table's day and a hash of the rows. */
    String version();

    /** The tables that the rows are from, newest first. */
    Map<String, Source> tables();

    /** Every row's name: also of offers that the own files have. */
    WideNames names();

    /** A model's title as its row has it, without reading the model; empty if there is none. */
    String title(String key);

    /** What the tables say of an offer, by {@code seller/id}, exactly; the own files may say otherwise. */
    Optional<Model> find(String key);

    /** The offers that the strict reader refuses, each with its first reason; none in what ships. */
    Map<String, String> defects();

    /** The list in the form of its file. */
    String text();

    /** The rows of such a list, which share rules and framing with the models of a catalogue. */
    interface Rows {
        /** The newest table's day and a hash of the rows. */
        String version();

        /**
         * @param own    the catalogue whose models the rows are like
         * @param prices what each offer costs, by what the tables say
         */
        WideList over(Catalogue own, UnaryOperator<Model> prices);
    }
}
