package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.meter.Usage;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.usage.Convention;
import smeta.usage.ReportedUsage;

/** On which meters a reported reply runs, where the usage only says how long it was. */
final class ReplyMeters {
    private ReplyMeters() {}

    /** A line for each meter. */
    static List<Item> items(ReportedUsage used, @Nullable Model model, RateCard card, Set<Note> notes) {
        Usage usage = used.usage();
        boolean picture = used.convention() != Convention.DISJOINT && !used.replyMedia() && draws(usage, model, card);
        if (picture) {
            notes.add(new Note(
                    "reply_is_a_picture",
                    "The usage doesn't say what the reply was; of a model that draws it is taken to be pictures."));
        }
        // the visible reply of a model that thought has a price of its own with some vendors
        boolean thought = used.convention() != Convention.DISJOINT
                && !usage.get(Meter.REASONING_TOKENS).isZero()
                && card.rates().get(Meter.OUTPUT_THINKING_TOKENS).isPresent();
        Meter reply =
                picture ? Meter.IMAGE_OUTPUT_TOKENS : thought ? Meter.OUTPUT_THINKING_TOKENS : Meter.OUTPUT_TOKENS;
        return items(null, usage, reply);
    }

    /** What another model did, named by its purpose. */
    static List<Item> items(String what, Usage usage, Model model, RateCard card) {
        return items(what, usage, draws(usage, model, card) ? Meter.IMAGE_OUTPUT_TOKENS : Meter.OUTPUT_TOKENS);
    }

    private static List<Item> items(@Nullable String prefix, Usage usage, Meter reply) {
        List<Item> items = new ArrayList<>();
        usage.counts().forEach((meter, count) -> {
            Meter billed = meter == Meter.OUTPUT_TOKENS ? reply : meter;
            items.add(new Item(prefix == null ? billed.key() : prefix + "." + billed.key(), billed, count, null));
        });
        return items;
    }

    /** Whether a reply of unsaid kind is pictures: the model draws, the seller prices that by the token. */
    private static boolean draws(Usage usage, @Nullable Model model, RateCard card) {
        return model != null
                && model.gives().contains(Modality.IMAGE)
                && usage.get(Meter.IMAGE_OUTPUT_TOKENS).isZero()
                && !usage.get(Meter.OUTPUT_TOKENS).isZero()
                && card.rates().get(Meter.IMAGE_OUTPUT_TOKENS).isPresent();
    }
}
