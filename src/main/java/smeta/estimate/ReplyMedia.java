package smeta.estimate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.prompt.Prompt;
import smeta.prompt.ReplyWishes.Medium;

/**
 * Of what a reply is likely to be, and of what it may be besides: what the body asks for, or else what the model gives
 * unasked.
 *
 * @param likely      never a medium that the model doesn't give
 * @param possible    holds the likely ones
 * @param unsupported what is asked for and the model doesn't give, as reason codes
 */
record ReplyMedia(Set<Modality> likely, Set<Modality> possible, List<String> unsupported) {
    static ReplyMedia of(Request request, Model model) {
        Set<Modality> gives = none();
        gives.addAll(model.gives());
        Set<Medium> asked = asked(request.prompt);
        if (asked != null) {
            return asked(asked, gives);
        }
        Set<Modality> unasked = model.givesUnasked();
        if (unasked != null) {
            Set<Modality> known = none();
            known.addAll(unasked);
            return new ReplyMedia(known, withText(known, gives), List.of());
        }
        Set<Modality> likely = gives.contains(Modality.TEXT) ? EnumSet.of(Modality.TEXT) : gives;
        return new ReplyMedia(likely, gives, List.of());
    }

    private static @Nullable Set<Medium> asked(Prompt prompt) {
        return switch (prompt.dialect().task()) {
            case CHAT -> prompt.wishes().media();
            case COMPLETION, TRANSCRIPTION -> EnumSet.of(Medium.TEXT);
            case EMBEDDING, RANKING, MODERATION -> EnumSet.noneOf(Medium.class);
            case SPEECH -> EnumSet.of(Medium.AUDIO);
            case PICTURE -> EnumSet.of(Medium.IMAGE);
            case FILM -> EnumSet.of(Medium.VIDEO);
        };
    }

    private static ReplyMedia asked(Set<Medium> asked, Set<Modality> gives) {
        Set<Modality> known = none();
        List<String> unsupported = new ArrayList<>();
        for (Medium medium : asked) {
            Modality modality = Modality.valueOf(medium.name());
            if (gives.contains(modality)) {
                known.add(modality);
            } else if (modality != Modality.TEXT) {
                unsupported.add("gives_no_"
                        + switch (medium) {
                            case IMAGE -> "images";
                            default -> medium.name().toLowerCase(java.util.Locale.ROOT);
                        });
            }
        }
        return new ReplyMedia(known, known.isEmpty() ? known : withText(known, gives), unsupported);
    }

    /** A model that writes may write beside whatever it makes. */
    private static Set<Modality> withText(Set<Modality> media, Set<Modality> gives) {
        Set<Modality> all = none();
        all.addAll(media);
        if (gives.contains(Modality.TEXT)) {
            all.add(Modality.TEXT);
        }
        return all;
    }

    boolean likely(Modality medium) {
        return likely.contains(medium);
    }

    boolean possible(Modality medium) {
        return possible.contains(medium);
    }

    private static Set<Modality> none() {
        return EnumSet.noneOf(Modality.class);
    }
}
