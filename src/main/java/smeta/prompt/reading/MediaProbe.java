package smeta.prompt.reading;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import smeta.probe.Format;
import smeta.probe.Medium;
import smeta.probe.PaperLimits;
import smeta.probe.Probe;
import smeta.probe.Probed;

/** Measures what is in the body, and remarks on what cannot be measured or is not what it was said to be. */
final class MediaProbe {
    private final PromptDraft draft;

    MediaProbe(PromptDraft draft) {
        this.draft = draft;
    }

    /** Decodes no more than the header takes; null if there is no picture to measure. */
    Medium.@Nullable Picture picture(JsonCursor where, MediaSource source) {
        JsonCursor data = source.data();
        if (data == null) {
            return null;
        }
        try (InputStream in = data.blob().stream()) {
            Probed probed = Probe.picture(in, source.declared());
            Medium.Picture picture = probed.medium() instanceof Medium.Picture found ? found : null;
            boolean known = picture != null && fits(picture.width()) && fits(picture.height());
            remark(where, probed, known, "a picture");
            return known ? picture : null;
        } catch (IOException | IllegalArgumentException notBase64) {
            draft.remarks().badBase64(where);
            return null;
        }
    }

    /** Decodes all bytes, once; null if there is no sound or film to measure. */
    @Nullable
    Medium recording(JsonCursor where, MediaSource source) {
        byte[] bytes = bytes(where, source);
        if (bytes == null) {
            return null;
        }
        Probed probed = Probe.of(bytes, source.declared());
        boolean known = probed.medium() instanceof Medium.Sound
                || probed.medium() instanceof Medium.Film film && fits(film.width()) && fits(film.height());
        remark(where, probed, known, "a recording");
        return known ? probed.medium() : null;
    }

    /** Decodes all bytes, once; what is none of the known formats and UTF-8 is taken as text. */
    Paper paper(JsonCursor where, MediaSource source) {
        byte[] bytes = bytes(where, source);
        if (bytes == null) {
            return Paper.UNKNOWN;
        }
        Probed probed = Probe.of(bytes, source.declared(), PaperLimits.WITH_TEXT);
        if (probed.medium() instanceof Medium.Paper paper) {
            remark(where, probed, true, "a document");
            if (paper.whyNoText() != null) {
                draft.remarks()
                        .add(
                                "text_incomplete",
                                where,
                                "The document's text is not all there: " + paper.whyNoText() + ".");
            }
            return new Paper(paper.pages(), paper.text());
        }
        String text = probed.medium() instanceof Medium.Unknown ? StrictUtf8.textOrNull(bytes) : null;
        boolean isText = text != null && text.indexOf('\0') < 0 && !text.startsWith("%PDF-");
        remark(where, probed, isText, "a document");
        return isText ? new Paper(null, text) : Paper.UNKNOWN;
    }

    /** What a document has; each null if it is not known. */
    record Paper(@Nullable Integer pages, @Nullable String text) {
        static final Paper UNKNOWN = new Paper(null, null);
    }

    private byte @Nullable [] bytes(JsonCursor where, MediaSource source) {
        if (source.data() == null) {
            return null;
        }
        try {
            return source.data().blob().bytes();
        } catch (IllegalArgumentException notBase64) {
            draft.remarks().badBase64(where);
            return null;
        }
    }

    private void remark(JsonCursor where, Probed probed, boolean known, String expected) {
        if (!known) {
            Format other = probed.medium().formatFound();
            String why = probed.medium() instanceof Medium.Unknown unknown
                    ? unknown.reason()
                    : other == null ? "nothing was found" : "found " + other.mediaType();
            draft.remarks()
                    .add(
                            "unmeasured",
                            where,
                            "Here " + expected + " was expected whose size can be read: " + why + ".");
        } else if (probed.disagreement() != null) {
            draft.remarks()
                    .add(
                            "wrong_mime",
                            where,
                            "The bytes are not of the type that was declared: " + probed.disagreement() + ".");
        }
    }

    private static boolean fits(long side) {
        return side <= Integer.MAX_VALUE;
    }
}
