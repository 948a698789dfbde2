package smeta.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.media.Measured;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.money.Fraction;
import smeta.price.Note;
import smeta.price.RateCard;

/**
 * A reply of text that may also be speech or pictures. Its cap holds for all of it together, so the upper bound is the
 * cap on the dearest of the meters that can occur; the others are bounded by what is likely on them.
 */
final class MixedReply {
    private final Request request;
    private final Model model;
    private final @Nullable RateCard card;
    private final ReplyMedia media;
    private final ReplyCap cap;
    private final int replies;
    private final Map<Meter, Long> likely = new LinkedHashMap<>();
    private final Map<Meter, String> names = new LinkedHashMap<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean bounded;
    private long spokenMillis;
    private @Nullable String how;

    MixedReply(Request request, Model model, @Nullable RateCard card, ReplyMedia media, ReplyCap cap, int replies) {
        this.request = request;
        this.model = model;
        this.card = card;
        this.media = media;
        this.cap = cap;
        this.replies = replies;
        bounded = cap.bounded();
    }

    Reply reply(List<Note> soFar) {
        notes.addAll(soFar);
        boolean thinks = Reply.thinks(request, cap.reasoning());
        long room = cap.ceiling() - cap.reasoning();
        long picture = media.likely(Modality.IMAGE) ? Math.min(room, picture()) : 0;
        long said = picture > 0 && request.assumptions.reply().likely() == null
                ? 0
                : Math.min(cap.output(), room - picture);
        spokenMillis = SpokenLength.millis(said);
        long speech = media.likely(Modality.AUDIO) ? speech() : 0;
        long written = media.likely(Modality.TEXT) ? said : 0;
        long text = speech > room - picture - written
                ? Math.max(0, (room - picture) * written / (written + speech))
                : written;
        speech = Math.min(speech, room - picture - text);
        line("reply", thinks ? Meter.OUTPUT_THINKING_TOKENS : Meter.OUTPUT_TOKENS, text);
        if (cap.reasoning() > 0 || Boolean.TRUE.equals(model.reasons())) {
            line("reasoning", Meter.REASONING_TOKENS, cap.reasoning());
        }
        if (media.possible(Modality.AUDIO)) {
            line("speech", Meter.AUDIO_OUTPUT_TOKENS, speech);
        }
        if (media.possible(Modality.IMAGE)) {
            line("picture", Meter.IMAGE_OUTPUT_TOKENS, picture);
        }
        List<Item> items = items();
        long sum = text + speech + picture + cap.reasoning();
        Count tokens = Count.between(0, sum * replies, Math.max(sum, cap.ceiling()) * replies);
        long needed = cap.asked() != null ? cap.asked() : Math.max(sum, picture > 0 ? 0 : cap.wanted());
        return new Reply(items, tokens, needed, bounded, media.unsupported(), notes, cap.learnt());
    }

    private void line(String name, Meter meter, long tokens) {
        likely.put(meter, tokens);
        names.put(meter, name);
    }

    private String name(Meter meter) {
        return Objects.requireNonNull(names.get(meter));
    }

    private List<Item> items() {
        Meter dearest = dearest();
        List<Item> items = new ArrayList<>();
        likely.forEach((meter, tokens) -> {
            long high = meter == dearest ? cap.ceiling() : tokens;
            items.add(new Item(
                    name(meter),
                    meter,
                    Count.between(0, tokens, high).times(replies),
                    meter == Meter.IMAGE_OUTPUT_TOKENS && tokens > 0 ? how : null));
            if (meter == Meter.IMAGE_OUTPUT_TOKENS) {
                otherUnit(items, "picture", meter, Meter.OUTPUT_IMAGES, tokens > 0 ? 1 : 0);
            } else if (meter == Meter.AUDIO_OUTPUT_TOKENS) {
                otherUnit(items, "speech", meter, Meter.AUDIO_OUTPUT_SECONDS, tokens > 0 ? spokenMillis : 0);
            }
        });
        return items;
    }

    private Meter text() {
        return likely.keySet().iterator().next();
    }

    /** The same thing in the unit by which some sellers bill it; the cap on tokens says nothing of those units. */
    private void otherUnit(List<Item> items, String name, Meter tokens, Meter unit, long count) {
        if (TextReply.price(card, unit) == null || TextReply.price(card, tokens) != null) {
            return;
        }
        items.add(
                new Item(name, unit, Count.between(0, count, Math.max(1, count)).times(replies), null));
        bounded = false;
        notes.add(new Note(
                        "reply_units_not_bounded",
                        "The seller bills the {item} of a reply by {unit}, which no published limit bounds.")
                .with("item", name)
                .with("unit", unit.unit().wireName()));
    }

    /** Of the meters that can occur, with the text's own where nothing is priced. */
    private Meter dearest() {
        Meter dearest = text();
        Fraction most = TextReply.price(card, dearest);
        for (Meter meter : likely.keySet()) {
            Fraction price = TextReply.price(card, meter);
            if (price == null && meter != text()) {
                notPriced(meter);
            }
            if (price != null && (most == null || price.compareTo(most) > 0)) {
                dearest = meter;
                most = price;
            }
        }
        return dearest;
    }

    private void notPriced(Meter meter) {
        if (Objects.requireNonNull(likely.get(meter)) == 0) {
            notes.add(new Note(
                            "reply_medium_not_priced",
                            "The model may also reply with {item}, whose price is not known; the bounds cover a reply without"
                                    + " it.")
                    .with("item", name(meter)));
        }
    }

    private long picture() {
        Measured measured = MadePicture.measure(request.prompt.wishes().picture(), model, notes);
        bounded &= measured.bounded();
        how = measured.how();
        return measured.tokens().likely();
    }

    private long speech() {
        if (SpokenLength.rule(model) == null) {
            notes.add(new Note(
                    "no_speech_rule",
                    "How many tokens a second of this model's speech has is not published; the likely reply takes 20,"
                            + " the upper bound does not rest on it."));
        }
        return SpokenLength.tokens(model, spokenMillis);
    }
}
