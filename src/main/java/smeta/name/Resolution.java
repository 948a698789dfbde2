package smeta.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a name means. */
public sealed interface Resolution {
    /** The name as it was asked. */
    String asked();

    /** The rules that applied, in their order; none if the name is an offer's own. */
    List<String> by();

    /**
     * Exactly this offer, at its price.
     *
     * @param model    {@code seller/id}
     * @param location where the name says that the call is processed, for instance {@code europe-west4}; null if it
     *     doesn't say so, or the offer's own id does
     */
    record Listed(
            String asked,
            String model,
            List<String> by,
            @Nullable String location) implements Resolution {
        public Listed {
            by = List.copyOf(by);
        }

        /** Without a location. */
        public Listed(String asked, String model, List<String> by) {
            this(asked, model, by, null);
        }
    }

    /**
     * A model whose price at this seller is not known: it is counted as another, and has no price.
     *
     * @param seller who was named, else the maker; {@code unknown} if that isn't known either
     * @param id     the name, without what names the seller
     * @param like   the listed model whose vocabulary, framing and media rules are used, as {@code seller/id}
     * @param family what the vocabulary is assumed by; null if the listed model is the very same
     */
    record Unpriced(
            String asked,
            String seller,
            String id,
            String like,
            @Nullable String family,
            List<String> by) implements Resolution {
        public Unpriced {
            by = List.copyOf(by);
        }
    }

    /** Nothing that is known. */
    record Unknown(String asked) implements Resolution {
        @Override
        public List<String> by() {
            return List.of();
        }
    }
}
