package smeta.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * What a family's chat template adds around messages, in tokens: {@code start + Σ (perMessage + role + content +
 * [name + perName]) + reply}.
 *
 * @param perSystem     instead of {@code perMessage} for a system message
 * @param countRole     whether the role's own tokens are counted besides {@code perMessage}
 * @param defaultSystem tokens that the server adds where there is no system message; counted as likely, not as certain
 * @param slack         how many tokens a message may be off, because the template is not published; 0 if it is
 * @param tools         how tools become text: {@code typescript}, {@code qwen}, {@code json}, {@code none}
 * @param source        null if nothing is published
 */
public record Framing(
        String name,
        String title,
        int start,
        int perMessage,
        int perSystem,
        boolean countRole,
        int perName,
        int reply,
        int defaultSystem,
        int slack,
        String tools,
        boolean trims,
        @Nullable Source source,
        @Nullable String note) {
    /** Nothing published: the texts alone, and bounds that allow for a template of the usual size. */
    public static final Framing UNPUBLISHED = new Framing(
            "none-published", "no published template", 0, 3, 3, false, 0, 3, 0, 8, "json", false, null, null);
}
