package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.media.Measured;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Currencies;
import smeta.price.Bill;
import smeta.price.Biller;
import smeta.price.Note;
import smeta.price.RateCard;
import smeta.price.ServiceTier;
import smeta.price.Terms;
import smeta.prompt.ReplyWishes;
import smeta.prompt.Tool;

/**
 * Pictures that a tool of the vendor draws with another model of the same seller, at that model's prices (OpenAI,
 * {@code image_generation} of Responses, reference of 2026-11). A tool that doesn't name its model, or one without a
 * price, leaves the bill incomplete. The prompt that the model writes for the tool isn't known before and stays out.
 */
final class ToolPictures {
    private static final String TYPE = "image_generation";

    private final Request request;
    private final Model model;
    private final RateCard card;
    private final Function<String, Optional<Model>> models;
    private final Set<Note> notes;

    /** @param models by provider and id */
    ToolPictures(
            Request request, Model model, RateCard card, Function<String, Optional<Model>> models, Set<Note> notes) {
        this.request = request;
        this.model = model;
        this.card = card;
        this.models = models;
        this.notes = notes;
    }

    Bill addedTo(Bill bill) {
        Bill sum = bill;
        for (Tool tool : request.prompt.tools()) {
            if (tool.type().equals(TYPE)) {
                sum = sum.plus(bill(tool, ToolCalls.of(request, List.of(tool))));
            }
        }
        return sum;
    }

    private Bill bill(Tool tool, ToolCalls calls) {
        String name = tool.source().path("model").asText("");
        Model painter = name.isEmpty()
                ? null
                : models.apply(model.provider() + "/" + name).orElse(null);
        RateCard prices = painter == null ? null : card(painter);
        if (painter == null || prices == null) {
            notes.add(new Note(
                            "tool_pictures_unpriced",
                            "The tool “{tool}” draws with a model that the request doesn't name, or whose price is not known:"
                                    + " its pictures are not in the bill.")
                    .with("tool", tool.name()));
            return billed(card, new Item(TYPE, Meter.OUTPUT_IMAGES, pictures(calls), null));
        }
        List<Note> measuring = new ArrayList<>();
        Measured one = MadePicture.measure(asked(tool), painter, measuring);
        notes.addAll(measuring);
        notes.add(about(painter, calls));
        Count all = pictures(calls);
        Count tokens = Count.between(
                one.tokens().low() * all.low(),
                one.tokens().likely() * all.likely(),
                one.tokens().high() * all.high());
        return billed(prices, new Item(TYPE, Meter.IMAGE_OUTPUT_TOKENS, tokens, one.how()));
    }

    private @Nullable RateCard card(Model painter) {
        return painter.card(request.assumptions.moment(), null, null)
                .filter(prices -> prices.hasPrice() && Currencies.same(prices.currency(), card.currency()))
                .filter(prices -> TextReply.price(prices, Meter.IMAGE_OUTPUT_TOKENS) != null)
                .orElse(null);
    }

    private static Count pictures(ToolCalls calls) {
        long low = calls.forced() ? 1 : 0;
        return Count.between(low, low, calls.most() == null ? 1 : Math.max(low, calls.most()));
    }

    private static ReplyWishes.Picture asked(Tool tool) {
        return new ReplyWishes.Picture(
                tool.source().path("size").asText(null),
                tool.source().path("quality").asText(null),
                Math.max(0, tool.source().path("partial_images").asLong()));
    }

    private static Bill billed(RateCard prices, Item item) {
        return Biller.bill(prices, List.of(item), new Terms(ServiceTier.STANDARD, null, null, null));
    }

    private static Note about(Model painter, ToolCalls calls) {
        return new Note(
                        "tool_pictures",
                        "The tool draws with {model}, at its prices: the likely count of its pictures is {likely}, the upper"
                                + " bound {most}; the prompt that is written for it is not counted.")
                .with("model", painter.qualifiedId())
                .with("likely", calls.forced() ? 1 : 0)
                .with("most", calls.most() == null ? 1 : Math.max(calls.forced() ? 1 : 0, calls.most()));
    }
}
