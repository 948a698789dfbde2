package smeta.estimate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.media.Detail;
import smeta.media.ImageFacts;
import smeta.media.Pixels;
import smeta.media.VideoFacts;
import smeta.prompt.Part;

/** Sizes and lengths of the media of one body; what it doesn't let be measured takes those of the query, in order. */
final class MediaFacts {
    private final Detail resolution;
    private final Deque<Assumptions.Size> sizes;
    private final Deque<Long> sounds;
    private final Deque<Assumptions.Film> films;
    private final Deque<Integer> pages;

    /** @param resolution as the body has it for all of its media */
    MediaFacts(@Nullable String resolution, Assumptions said) {
        this.resolution = detailOf(resolution);
        sizes = new ArrayDeque<>(said.media().images());
        sounds = new ArrayDeque<>(said.media().audio());
        films = new ArrayDeque<>(said.media().videos());
        pages = new ArrayDeque<>(said.media().pages());
    }

    Detail resolution() {
        return resolution;
    }

    /** @param own of one medium, if it has its own */
    Detail detail(@Nullable String own) {
        return own == null ? resolution : detailOf(own);
    }

    ImageFacts of(Part.Image image) {
        Pixels size = pixels(image.width(), image.height());
        if (size == null && !sizes.isEmpty()) {
            size = pixels(sizes.pop());
        }
        return new ImageFacts(size, detail(image.detail()), image.minPixels(), image.maxPixels());
    }

    @Nullable
    Long millis(Part.Audio audio) {
        return audio.millis() != null ? audio.millis() : sounds.poll();
    }

    VideoFacts of(Part.Video video) {
        Long millis = video.millis();
        BigDecimal fps = video.framesPerSecond();
        if (millis == null && video.frames() != null) {
            // a list of frames is a film that is looked at frame by frame; without a rate, at Qwen's own of 2 a second
            fps = fps == null ? BigDecimal.valueOf(2) : fps;
            millis = BigDecimal.valueOf(video.frames())
                    .multiply(BigDecimal.valueOf(1000))
                    .divide(fps, 0, RoundingMode.CEILING)
                    .longValueExact();
        }
        if (millis == null && !films.isEmpty()) {
            Assumptions.Film said = films.pop();
            millis = said.millis();
            fps = said.framesPerSecond() == null ? fps : said.framesPerSecond();
        }
        return new VideoFacts(
                millis, pixels(video.width(), video.height()), fps, video.sound(), detail(video.detail()));
    }

    /** A document whose pages aren't known and whose text is has none. */
    @Nullable
    Integer pages(Part.Document document) {
        return document.pages() != null || document.text() != null ? document.pages() : pages.poll();
    }

    List<ImageFacts> otherImages() {
        return taken(sizes).stream()
                .map(size -> new ImageFacts(pixels(size), resolution, null, null))
                .toList();
    }

    List<Long> otherSounds() {
        return taken(sounds);
    }

    List<VideoFacts> otherFilms() {
        return taken(films).stream()
                .map(film -> new VideoFacts(film.millis(), null, film.framesPerSecond(), null, resolution))
                .toList();
    }

    List<Integer> otherPages() {
        return taken(pages);
    }

    private static <T> List<T> taken(Deque<T> left) {
        List<T> all = new ArrayList<>(left);
        left.clear();
        return all;
    }

    private static Detail detailOf(@Nullable String word) {
        if (word == null) {
            return Detail.AUTO;
        }
        return word.equals("vl_high_resolution_images")
                ? Detail.HIGH_RESOLUTION
                : Detail.of(word).orElse(Detail.AUTO);
    }

    private static @Nullable Pixels pixels(@Nullable Integer width, @Nullable Integer height) {
        return width == null || height == null || width < 1 || height < 1 ? null : new Pixels(width, height);
    }

    private static Pixels pixels(Assumptions.Size size) {
        return new Pixels(size.width(), size.height());
    }
}
