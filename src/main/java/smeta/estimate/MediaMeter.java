package smeta.estimate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.media.AudioFacts;
import smeta.media.Detail;
import smeta.media.DocumentFacts;
import smeta.media.ImageFacts;
import smeta.media.Measured;
import smeta.media.VideoFacts;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.token.Text;
import smeta.token.TokenCount;

/**
 * Counts the media of a prompt by the model's rules. What the body doesn't let be measured takes the sizes of the
 * query, in order.
 */
final class MediaMeter {
    private final Request request;
    private final Model model;
    private final MediaFacts facts;
    private final Set<String> because = new LinkedHashSet<>();
    private final Set<String> unsupported = new LinkedHashSet<>();
    private final List<Note> notes = new ArrayList<>();
    private boolean bounded = true;
    private int images;
    private int audio;
    private int videos;
    private int documents;

    MediaMeter(Request request, Model model) {
        this.request = request;
        this.model = model;
        facts = new MediaFacts(request.prompt.mediaResolution(), request.assumptions);
    }

    Set<String> because() {
        return because;
    }

    Set<String> unsupported() {
        return unsupported;
    }

    List<Note> notes() {
        return notes.stream().distinct().toList();
    }

    boolean bounded() {
        return bounded;
    }

    List<Item> items(PromptElement piece) {
        if (piece instanceof PromptElement.Image picture) {
            return image(picture);
        } else if (piece instanceof PromptElement.Audio sound) {
            return sound(sound);
        } else if (piece instanceof PromptElement.Video film) {
            return film(film);
        } else if (piece instanceof PromptElement.Document paper) {
            return paper(paper);
        }
        return List.of();
    }

    /** What the query gives beyond the media of the body: media of their own. */
    List<Item> fromQuery() {
        List<Item> items = new ArrayList<>();
        for (ImageFacts image : facts.otherImages()) {
            items.addAll(image("image[" + images++ + "]", image));
        }
        for (Long millis : facts.otherSounds()) {
            items.addAll(sound("audio[" + audio++ + "]", millis, false));
        }
        for (VideoFacts film : facts.otherFilms()) {
            items.addAll(film("video[" + videos++ + "]", film));
        }
        for (Integer count : facts.otherPages()) {
            items.addAll(paper("document[" + documents++ + "]", count, null, facts.resolution()));
        }
        return items;
    }

    private List<Item> image(PromptElement.Image picture) {
        images++;
        return image(picture.name(), facts.of(picture.image()));
    }

    private List<Item> image(String name, ImageFacts image) {
        if (!model.accepts().contains(Modality.IMAGE)) {
            unsupported.add("takes_no_images");
            return List.of();
        }
        Measured measured = model.media().image() == null
                ? UnpublishedRule.image(notes)
                : model.media().image().measure(image);
        if (image.size() == null) {
            notes.add(new Note(
                            "unmeasured",
                            "{item} can't be measured (a URL is never fetched): the count is in bounds; say its size with"
                                    + " {parameter}.")
                    .with("item", name)
                    .with("parameter", "image=WxH"));
        }
        return items(name, Meter.IMAGE_TOKENS, measured, Meter.IMAGES, Count.exact(1));
    }

    private List<Item> sound(PromptElement.Audio sound) {
        audio++;
        return sound(sound.name(), facts.millis(sound.audio()), sound.fromAssistant());
    }

    private List<Item> sound(String name, @Nullable Long millis, boolean fromAssistant) {
        if (!model.accepts().contains(Modality.AUDIO)) {
            unsupported.add("takes_no_audio");
            return List.of();
        }
        if (millis == null) {
            notes.add(unmeasured(name, "audio=90s"));
        }
        if (millis != null && model.media().audio() == null && isPaidBySeconds()) {
            return List.of(new Item(name, Meter.AUDIO_SECONDS, Count.exact(millis), null));
        }
        Measured measured = model.media().audio() == null
                ? UnpublishedRule.audio(notes)
                : model.media().audio().measure(new AudioFacts(millis, fromAssistant));
        return items(
                name, Meter.AUDIO_TOKENS, measured, Meter.AUDIO_SECONDS, millis == null ? null : Count.exact(millis));
    }

    /** A seller who bills sound by the second need not publish how many tokens it has. */
    private boolean isPaidBySeconds() {
        return model.rates().stream()
                .anyMatch(card -> card.rates().get(Meter.AUDIO_SECONDS).isPresent());
    }

    private List<Item> film(PromptElement.Video film) {
        videos++;
        return film(film.name(), facts.of(film.video()));
    }

    private List<Item> film(String name, VideoFacts film) {
        if (!model.accepts().contains(Modality.VIDEO)) {
            unsupported.add("takes_no_video");
            return List.of();
        }
        Long millis = film.millis();
        if (millis == null) {
            notes.add(unmeasured(name, "video=60s"));
        }
        Measured measured = model.media().video() == null
                ? UnpublishedRule.video(notes)
                : model.media().video().measure(film);
        return items(
                name, Meter.VIDEO_TOKENS, measured, Meter.VIDEO_SECONDS, millis == null ? null : Count.exact(millis));
    }

    private List<Item> paper(PromptElement.Document paper) {
        documents++;
        return paper(
                paper.name(),
                facts.pages(paper.document()),
                paper.document().text(),
                facts.detail(paper.document().detail()));
    }

    private List<Item> paper(String name, @Nullable Integer count, @Nullable String text, Detail detail) {
        if (!model.accepts().contains(Modality.FILE)
                && model.media().document() == null
                && (text == null || count != null)) {
            unsupported.add("takes_no_files");
            return List.of();
        }
        TokenCount words = text == null
                ? null
                : request.counts.count(model.tokenizer(), "text of " + name, () -> List.of(Text.of(text)));
        if (count == null && words != null) {
            if (words.low() < words.high()) {
                because.add("tokenizer");
            }
            return List.of(new Item(
                    name, Meter.INPUT_TOKENS, Count.between(words.low(), words.likely(), words.high()), "its text"));
        }
        if (count == null) {
            notes.add(unmeasured(name, "pages=12"));
        }
        Count spoken = words == null ? null : Count.between(words.low(), words.likely(), words.high());
        Measured measured = model.media().document() == null
                ? UnpublishedRule.document(spoken, notes)
                : model.media().document().measure(new DocumentFacts(count, spoken, detail));
        return items(name, Meter.DOCUMENT_TOKENS, measured, Meter.PAGES, count == null ? null : Count.exact(count));
    }

    private static Note unmeasured(String name, String parameter) {
        return new Note("unmeasured", "{item} can't be measured; say how long it is with {parameter}.")
                .with("item", name)
                .with("parameter", parameter);
    }

    private List<Item> items(String name, Meter tokens, Measured measured, Meter units, @Nullable Count unitCount) {
        bounded &= measured.bounded();
        if (!measured.tokens().isExact() || !measured.bounded()) {
            because.add(name);
        }
        List<Item> items = new ArrayList<>();
        items.add(new Item(name, tokens, measured.tokens(), measured.how()));
        if (unitCount != null) {
            items.add(new Item(name, units, unitCount, null));
        }
        return items;
    }
}
