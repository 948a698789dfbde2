package smeta.prompt.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import smeta.prompt.Prompt;
import smeta.prompt.UnknownParts;

/**
 * What a person should know about how a body was read, in the body's order: no more than {@value #MOST}. Past that, the
 * first of every code still enters, and one that opens the bound before one that doesn't: a repetition gives way to it.
 */
public final class Remarks {
    public static final int MOST = 200;

    private final UnknownParts unknownParts;
    private final List<Prompt.Remark> remarks = new ArrayList<>();
    private final Map<String, Prompt.Remark> firsts = new HashMap<>();
    private boolean onlyOpeningRepeats;
    private int leftOut;

    Remarks(UnknownParts unknownParts) {
        this.unknownParts = unknownParts;
    }

    List<Prompt.Remark> finished() {
        List<Prompt.Remark> all = new ArrayList<>(remarks);
        if (leftOut > 0) {
            all.add(new Prompt.Remark("more_remarks", "", "There are " + leftOut + " further remarks."));
        }
        return all;
    }

    /** @param code one of those that {@link Prompt.Remark} lists */
    public void add(String code, JsonCursor place, String text) {
        boolean first = !firsts.containsKey(code);
        if (remarks.size() == MOST) {
            leftOut++;
            if (!first && (onlyOpeningRepeats || !Prompt.Remark.opens(code))) {
                return;
            }
        }
        Prompt.Remark remark = new Prompt.Remark(code, place.pointer(), text);
        if (remarks.size() < MOST || gaveWay(first)) {
            firsts.putIfAbsent(code, remark);
            remarks.add(remark);
        }
    }

    /** Whether the last repetition of a harmless remark was taken out, or of any if there must be room. */
    private boolean gaveWay(boolean must) {
        int at = lastRepetition(false);
        onlyOpeningRepeats = at < 0;
        at = at < 0 && must ? lastRepetition(true) : at;
        if (at >= 0) {
            remarks.remove(at);
        }
        return at >= 0;
    }

    private int lastRepetition(boolean opening) {
        int at = remarks.size() - 1;
        while (at >= 0
                && (remarks.get(at).opens() && !opening
                        || firsts.get(remarks.get(at).code()) == remarks.get(at))) {
            at--;
        }
        return at;
    }

    /** A part whose kind no reader knows; the message names it if its type looks like a name. */
    public void unknownPart(JsonCursor place, String known) {
        JsonCursor type = place.at("type");
        String name = type.isText() ? type.text() : "";
        String found = name.matches("[A-Za-z0-9_.-]{1,40}") ? " (" + name + ")" : "";
        notMeasured(
                "unknown_part", place, "This kind of content" + found + " is not known here; known are " + known + ".");
    }

    /** Content that is part of the prompt and cannot be measured from the body: a refusal, unless it is to be noted. */
    public void notMeasured(String code, JsonCursor place, String message) {
        refuseOrAdd(
                code,
                place,
                message,
                " It is not counted.",
                "leave it out, or send unknown_parts=note to have the rest counted");
    }

    /** A medium whose bytes are in the body and not to be read. */
    void badBase64(JsonCursor place) {
        refuseOrAdd(
                "bad_base64",
                place,
                "The data of this medium are not base64.",
                " Its size is taken as unknown.",
                "encode the bytes as base64, without line breaks; or send unknown_parts=note");
    }

    void refuseOrAdd(String code, JsonCursor place, String message, String consequence, String hint) {
        if (unknownParts == UnknownParts.FAIL) {
            throw place.unsupported(code, message, hint);
        }
        add(code, place, message + consequence);
        place.skip();
    }

    /** Content that the vendor adds and the body only names. */
    public void unseen(JsonCursor place, String what) {
        add(
                "unseen_context",
                place,
                "The body refers to " + what + ", whose size is not known here; it is not counted.");
        place.skip();
    }

    /** The same, where the body may have that member or not. */
    public void unseenIfPresent(JsonCursor place, String what) {
        if (place.present()) {
            unseen(place, what);
        }
    }

    /** Text of the vendor's own, whose length isn't published. */
    public void vendorText(JsonCursor place, String what) {
        add(
                "vendor_text",
                place,
                "The vendor adds text of its own to the prompt for " + what
                        + "; how long it is, is not published, and it is not counted.");
    }

    /**
     * Models that answer, each at its own price, where the one that is asked doesn't.
     *
     * @param names a list of names, or of objects that have one, or one word for a choice of the vendor's
     */
    public void otherModels(JsonCursor names, @Nullable String asked) {
        for (JsonCursor each : names.isText() ? List.of(names) : names.items()) {
            String name =
                    each.isText() ? each.text() : each.object().at("model").textOrNull();
            if (!Objects.equals(name, asked)) {
                add(
                        "fallback_model",
                        each,
                        "Another model answers, at its own price, if this one doesn't; that price is"
                                + " not in the estimate.");
                return;
            }
        }
    }

    /** The vendor chooses which model answers, of those that the body names or of its own. */
    public void routed(JsonCursor place) {
        add(
                "fallback_model",
                place,
                "The body lets the vendor choose the model that answers, which costs its own price; that price is not in"
                        + " the estimate.");
        place.skip();
    }

    /** Something that the body asks for has a price of its own, which no card has. */
    public void otherPrice(JsonCursor place, String what) {
        add("other_price", place, what + "; that price is not known here and not in the estimate.");
        place.skip();
    }

    /** A prompt that is too long isn't refused there. */
    public void vendorTruncates(JsonCursor place, String how) {
        add("vendor_truncates", place, "A prompt that is too long is not refused: the vendor " + how + ".");
    }

    public void encrypted(JsonCursor place) {
        add("encrypted", place, "Encrypted content has no text that could be counted; it is not counted.");
        place.skip();
    }

    /** A tool that the vendor shows to the model only when it is searched for. */
    public void deferred(JsonCursor tool) {
        if (Boolean.TRUE.equals(tool.at("defer_loading").flag())) {
            add(
                    "deferred_tool",
                    tool,
                    "This tool is loaded when the model searches for it; it is counted as if it were loaded.");
        }
    }
}
