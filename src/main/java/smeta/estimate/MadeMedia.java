package smeta.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.media.Measured;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.price.RateCard;

/**
 * A reply without text: pictures, speech or a film from a model that makes nothing else, or nothing at all (embeddings,
 * ranks, moderation).
 */
final class MadeMedia {
    private final Request request;
    private final Model model;
    private final @Nullable RateCard card;
    private final ReplyMedia media;
    private final int replies;
    private final List<Item> items = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean bounded = true;

    MadeMedia(Request request, Model model, @Nullable RateCard card, ReplyMedia media, int replies) {
        this.request = request;
        this.model = model;
        this.card = card;
        this.media = media;
        this.replies = replies;
    }

    /** @param prompt tokens of the prompt, which speech reads aloud */
    Reply reply(Count prompt) {
        Count tokens = Count.ZERO;
        if (media.possible(Modality.IMAGE)) {
            tokens = tokens.plus(pictures());
        }
        if (media.possible(Modality.AUDIO) && !paidByText()) {
            tokens = tokens.plus(speech(prompt));
        }
        if (media.possible(Modality.VIDEO)) {
            film();
        }
        return new Reply(items, tokens, tokens.likely(), bounded, media.unsupported(), notes, List.of());
    }

    private Count pictures() {
        boolean byTokens = TextReply.price(card, Meter.IMAGE_OUTPUT_TOKENS) != null;
        items.add(new Item("picture", Meter.OUTPUT_IMAGES, Count.exact(replies), null));
        if (card != null && !byTokens && pricesPictures(card)) {
            return Count.ZERO;
        }
        Measured measured = MadePicture.measure(request.prompt.wishes().picture(), model, notes);
        bounded &= measured.bounded();
        Count tokens = measured.tokens().times(replies);
        items.add(new Item("picture", Meter.IMAGE_OUTPUT_TOKENS, tokens, measured.how()));
        return tokens;
    }

    private static boolean pricesPictures(RateCard card) {
        return card.rates().get(Meter.OUTPUT_IMAGES).isPresent()
                || card.variants().values().stream()
                        .anyMatch(v -> v.get(Meter.OUTPUT_IMAGES).isPresent());
    }

    /** Speech that is billed by the text which is read, and not by the second. */
    private boolean paidByText() {
        return card != null
                && TextReply.price(card, Meter.AUDIO_OUTPUT_TOKENS) == null
                && TextReply.price(card, Meter.AUDIO_OUTPUT_SECONDS) == null
                && TextReply.price(card, Meter.INPUT_CHARACTERS) != null;
    }

    private Count speech(Count prompt) {
        long millis = SpokenLength.millis(prompt.likely());
        long likely = SpokenLength.tokens(model, millis);
        Long most = most();
        if (most == null || TextReply.price(card, Meter.AUDIO_OUTPUT_TOKENS) == null) {
            bounded = false;
            notes.add(new Note(
                    "speech_not_bounded",
                    "How long the speech gets depends on the voice: the likely count takes 150 words a minute, and"
                            + " nothing published bounds it."));
        }
        likely = most == null ? likely : Math.min(likely, most);
        Count tokens = Count.between(0, likely, most == null ? likely : most).times(replies);
        items.add(new Item("speech", Meter.AUDIO_OUTPUT_TOKENS, tokens, "150 words a minute"));
        items.add(new Item(
                "speech", Meter.AUDIO_OUTPUT_SECONDS, Count.between(0, millis * replies, millis * replies), null));
        return tokens;
    }

    private @Nullable Long most() {
        if (request.assumptions.reply().cap() != null) {
            return request.assumptions.reply().cap();
        }
        OptionalLong published = model.printedLimits().widest().maxOutputTokens();
        return request.prompt.maxOutput() != null || published.isEmpty()
                ? request.prompt.maxOutput()
                : Long.valueOf(published.getAsLong());
    }

    private void film() {
        Long seconds = request.prompt.wishes().seconds();
        if (seconds == null) {
            bounded = false;
            notes.add(new Note(
                    "film_length_not_said",
                    "The request doesn't say how long the film is to be; the likely count takes 8 seconds."));
        }
        long millis = 1000 * (seconds == null ? 8 : seconds);
        items.add(new Item("film", Meter.VIDEO_OUTPUT_SECONDS, Count.exact(millis * replies), null));
    }
}
