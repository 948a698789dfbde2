package smeta.prompt;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a body asks of the reply besides its length. Null: not said.
 *
 * @param media       what the reply is to be made of
 * @param picture     of which looks its pictures are to be
 * @param seconds     of a film that is asked for
 * @param searchDepth how much of the web a search brings in: low, medium, high
 * @param toolCalls   the most calls of the vendor's tools
 * @param prediction  text that much of the reply is expected to repeat
 */
public record ReplyWishes(
        @Nullable Set<Medium> media,
        Picture picture,
        @Nullable Long seconds,
        @Nullable String searchDepth,
        @Nullable Long toolCalls,
        @Nullable String prediction) {
    public static final ReplyWishes NONE = new ReplyWishes(null, Picture.UNSAID, null, null, null, null);

    public enum Medium {
        TEXT,
        AUDIO,
        IMAGE,
        VIDEO
    }

    /**
     * A picture that is asked for.
     *
     * @param size     as the body spells it: {@code 1024x1536}, {@code 2K}
     * @param quality  as the body spells it: {@code high}, {@code hd}
     * @param previews how many unfinished pictures are to be sent before it, at most
     */
    public record Picture(@Nullable String size, @Nullable String quality, long previews) {
        public static final Picture UNSAID = new Picture(null, null, 0);
    }

    public ReplyWishes {
        media = media == null || media.isEmpty() ? null : Collections.unmodifiableSet(EnumSet.copyOf(media));
    }
}
