package smeta.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
import smeta.media.Pixels;
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
    /**
     * The most tokens that any vendor publishes for a picture (Qwen-VL's high resolution, 2026-10), where a model's
     * rule isn't published.
     */
    private static final Count UNPUBLISHED_IMAGE = Count.between(1, 1024, 16_386);

    private final Request request;
    private final Model model;
    private final Detail resolution;
    private final Deque<Assumptions.Size> sizes;
    private final Deque<Long> sounds;
    private final Deque<Assumptions.Film> films;
    private final Deque<Integer> pages;
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
        resolution = detail(request.prompt.mediaResolution());
        sizes = new ArrayDeque<>(request.assumptions.images());
        sounds = new ArrayDeque<>(request.assumptions.audio());
        films = new ArrayDeque<>(request.assumptions.videos());
        pages = new ArrayDeque<>(request.assumptions.pages());
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
        while (!sizes.isEmpty()) {
            items.addAll(image("image[" + images++ + "]", new ImageFacts(pixels(sizes.pop()), resolution, null, null)));
        }
        while (!sounds.isEmpty()) {
            items.addAll(sound("audio[" + audio++ + "]", sounds.pop(), false));
        }
        while (!films.isEmpty()) {
            Assumptions.Film film = films.pop();
            items.addAll(film(
                    "video[" + videos++ + "]",
                    new VideoFacts(film.millis(), null, film.framesPerSecond(), null, resolution)));
        }
        while (!pages.isEmpty()) {
            items.addAll(paper("document[" + documents++ + "]", pages.pop(), null, resolution));
        }
        return items;
    }

    private List<Item> image(PromptElement.Image picture) {
        images++;
        Integer width = picture.image().width();
        Integer height = picture.image().height();
        Pixels size = null;
        if (width != null && height != null && width > 0 && height > 0) {
            size = new Pixels(width, height);
        } else if (!sizes.isEmpty()) {
            size = pixels(sizes.pop());
        }
        String detail = picture.image().detail();
        return image(
                picture.name(),
                new ImageFacts(
                        size,
                        detail == null ? resolution : detail(detail),
                        picture.image().minPixels(),
                        picture.image().maxPixels()));
    }

    private List<Item> image(String name, ImageFacts facts) {
        if (!model.accepts().contains(Modality.IMAGE)) {
            unsupported.add("takes_no_images");
            return List.of();
        }
        Measured measured;
        if (model.media().image() == null) {
            measured = new Measured(UNPUBLISHED_IMAGE, "no published rule; at most what any vendor publishes", false);
            notes.add(new Note(
                    "no_image_rule",
                    "How this model counts images is not published; the bounds are those of other vendors' rules."));
        } else {
            measured = model.media().image().measure(facts);
        }
        if (facts.size() == null) {
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
        Long millis = sound.audio().millis();
        return sound(sound.name(), millis != null ? millis : sounds.poll(), sound.fromAssistant());
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
        Measured measured = model.media().audio() == null ? unpublished("audio")
                : model.media().audio().measure(new AudioFacts(millis, fromAssistant));
        return items(
                name, Meter.AUDIO_TOKENS, measured, Meter.AUDIO_SECONDS, millis == null ? null : Count.exact(millis));
    }

    /** A seller who bills sound by the second need not publish how many tokens it has. */
    private boolean isPaidBySeconds() {
        return model.rates().stream().anyMatch(card -> card.rates().get(Meter.AUDIO_SECONDS).isPresent());
    }

    private List<Item> film(PromptElement.Video film) {
        videos++;
        Long millis = film.video().millis();
        BigDecimal fps = film.video().framesPerSecond();
        if (millis == null && film.video().frames() != null) {
            // a list of frames is a film that is looked at frame by frame; without a rate, at Qwen's own of 2 a second
            fps = fps == null ? BigDecimal.valueOf(2) : fps;
            millis = BigDecimal.valueOf(film.video().frames())
                    .multiply(BigDecimal.valueOf(1000))
                    .divide(fps, 0, RoundingMode.CEILING)
                    .longValueExact();
        }
        if (millis == null && !films.isEmpty()) {
            Assumptions.Film said = films.pop();
            millis = said.millis();
            fps = said.framesPerSecond() == null ? fps : said.framesPerSecond();
        }
        Pixels size = film.video().width() == null
                        || film.video().height() == null
                        || film.video().width() < 1
                        || film.video().height() < 1
                ? null
                : new Pixels(film.video().width(), film.video().height());
        String detail = film.video().detail();
        return film(
                film.name(),
                new VideoFacts(millis, size, fps, film.video().sound(), detail == null ? resolution : detail(detail)));
    }

    private List<Item> film(String name, VideoFacts facts) {
        if (!model.accepts().contains(Modality.VIDEO)) {
            unsupported.add("takes_no_video");
            return List.of();
        }
        Long millis = facts.millis();
        if (millis == null) {
            notes.add(unmeasured(name, "video=60s"));
        }
        Measured measured = model.media().video() == null ? unpublished("video")
                : model.media().video().measure(facts);
        return items(
                name, Meter.VIDEO_TOKENS, measured, Meter.VIDEO_SECONDS, millis == null ? null : Count.exact(millis));
    }

    private List<Item> paper(PromptElement.Document paper) {
        documents++;
        Integer count = paper.document().pages();
        boolean plain = count == null && paper.document().text() != null;
        String detail = paper.document().detail();
        return paper(
                paper.name(),
                count != null || plain ? count : pages.poll(),
                paper.document().text(),
                detail == null ? resolution : detail(detail));
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
        Measured measured = model.media().document() == null ? unpublishedPages(spoken)
                : model.media().document().measure(new DocumentFacts(count, spoken, detail));
        return items(name, Meter.DOCUMENT_TOKENS, measured, Meter.PAGES, count == null ? null : Count.exact(count));
    }

    /** Of a document at least the text is known, and whether a model sees more of it isn't. */
    private Measured unpublishedPages(@Nullable Count text) {
        if (text == null) {
            return unpublished("document");
        }
        notes.add(new Note(
                "no_document_rule", "How this model counts documents is not published; only the text is counted."));
        return new Measured(text, text + " of text, no published rule", false);
    }

    private static Note unmeasured(String name, String parameter) {
        return new Note("unmeasured", "{item} can't be measured; say how long it is with {parameter}.")
                .with("item", name)
                .with("parameter", parameter);
    }

    private Measured unpublished(String what) {
        notes.add(switch (what) {
            case "audio" -> new Note(
                    "no_audio_rule", "How this model counts audio is not published; it is not counted.");
            case "video" -> new Note(
                    "no_video_rule", "How this model counts video is not published; it is not counted.");
            default -> new Note(
                    "no_document_rule", "How this model counts documents is not published; they are not counted.");
        });
        return new Measured(Count.ZERO, "no published rule", false);
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

    private static Detail detail(@Nullable String word) {
        if (word == null) {
            return Detail.AUTO;
        }
        return word.equals("vl_high_resolution_images") ? Detail.HIGH_RESOLUTION : Detail.of(word).orElse(Detail.AUTO);
    }

    private static Pixels pixels(Assumptions.Size size) {
        return new Pixels(size.width(), size.height());
    }
}
