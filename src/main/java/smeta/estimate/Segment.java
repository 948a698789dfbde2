package smeta.estimate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import smeta.estimate.PromptElement.Presence;
import smeta.token.Text;

/**
 * A stretch of the prompt: all of it, what lies between two cache marks, or one of several inputs.
 *
 * @param words     what the model reads for certain
 * @param uncertain what it may read
 * @param hidden    reasoning that has no text in the body
 * @param ids       tokens that the caller made
 * @param lifetime  of the cache entry that the stretch is written to; null if it isn't
 */
record Segment(
        int index,
        List<Text> words,
        Map<Presence, List<Text>> uncertain,
        List<PromptElement.Hidden> hidden,
        List<Text> roles,
        List<Text> names,
        int calls,
        long ids,
        List<PromptElement> media,
        boolean tools,
        @Nullable Duration lifetime) {
    int turns() {
        return roles.size();
    }

    /** What is in the prompt with that certainty. */
    List<Text> texts(Presence presence) {
        return presence == Presence.CERTAIN ? words : uncertain.getOrDefault(presence, List.of());
    }

    /** Unicode characters of the words. */
    long characters(Presence presence) {
        long sum = 0;
        for (Text text : texts(presence)) {
            sum += text.value().codePointCount(0, text.value().length());
        }
        return sum;
    }

    /** @param marked false to ignore the cache marks */
    static List<Segment> of(List<PromptElement> pieces, boolean marked) {
        List<Segment> segments = new ArrayList<>();
        List<PromptElement> open = new ArrayList<>();
        for (PromptElement piece : pieces) {
            if (piece instanceof PromptElement.Mark mark) {
                if (marked && !open.isEmpty()) {
                    segments.add(of(segments.size(), open, mark.lifetime()));
                    open = new ArrayList<>();
                }
            } else if (piece instanceof PromptElement.End) {
                segments.add(of(segments.size(), open, null));
                open = new ArrayList<>();
            } else {
                open.add(piece);
            }
        }
        if (!open.isEmpty() || segments.isEmpty()) {
            segments.add(of(segments.size(), open, null));
        }
        return segments;
    }

    private static Segment of(int index, List<PromptElement> pieces, @Nullable Duration lifetime) {
        List<Text> words = new ArrayList<>();
        Map<Presence, List<Text>> uncertain = new EnumMap<>(Presence.class);
        List<PromptElement.Hidden> hidden = new ArrayList<>();
        List<Text> roles = new ArrayList<>();
        List<Text> names = new ArrayList<>();
        List<PromptElement> media = new ArrayList<>();
        int calls = 0;
        long ids = 0;
        boolean tools = false;
        for (PromptElement piece : pieces) {
            if (piece instanceof PromptElement.Words w) {
                (w.presence() == Presence.CERTAIN
                                ? words
                                : uncertain.computeIfAbsent(w.presence(), none -> new ArrayList<>()))
                        .add(w.text());
            } else if (piece instanceof PromptElement.Hidden reasoning) {
                hidden.add(reasoning);
            } else if (piece instanceof PromptElement.Turn turn) {
                roles.add(turn.role());
                if (turn.name() != null) {
                    names.add(turn.name());
                }
            } else if (piece instanceof PromptElement.Call) {
                calls++;
            } else if (piece instanceof PromptElement.Ids made) {
                ids += made.count();
            } else if (piece instanceof PromptElement.Tools) {
                tools = true;
            } else {
                media.add(piece);
            }
        }
        return new Segment(index, words, uncertain, hidden, roles, names, calls, ids, media, tools, lifetime);
    }
}
