package smeta.prompt;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body asks of the reply besides its length. Null: not said.
 *
 * @param media          what the reply is to be made of
 * @param pictureSize    of the pictures, as the body spells it: {@code 1024x1536}, {@code 2K}
 * @param pictureQuality as the body spells it: {@code high}, {@code hd}
 * @param seconds        of a film that is asked for
 * @param searchDepth    how much of the web a search brings in: low, medium, high
 * @param toolCalls      the most calls of the vendor's tools
 */
public record ReplyWishes(
        @Nullable Set<Medium> media,
        @Nullable String pictureSize,
        @Nullable String pictureQuality,
        @Nullable Long seconds,
        @Nullable String searchDepth,
        @Nullable Long toolCalls) {
    public static final ReplyWishes NONE = new ReplyWishes(null, null, null, null, null, null);

    public enum Medium { TEXT, AUDIO, IMAGE, VIDEO }

    public ReplyWishes {
        media = media == null || media.isEmpty() ? null : Collections.unmodifiableSet(EnumSet.copyOf(media));
    }
}
