package smeta.estimate;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.calibration.InputParts;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.Note;
import smeta.prompt.Task;
import smeta.prompt.Tool;
import smeta.token.Precision;
import smeta.token.Text;
import smeta.token.TextMix;
import smeta.token.TokenCount;

/** Turns a prompt into the quantities of one model: texts, framing, tools and media, in prompt order. */
final class PromptMeter {
    private final Request request;
    private final Model model;
    private final Set<String> because = new LinkedHashSet<>();
    private final Set<String> unsupported = new LinkedHashSet<>();
    private final List<Note> notes = new ArrayList<>();
    private final WordCounter words;
    private final UncertainText uncertain;
    private final HiddenReasoning hidden;
    private final @Nullable Learnt learnt;
    private final FramingMeter framing;
    private final MediaMeter media;
    private final int boundsBefore;
    private final List<List<Item>> stretches = new ArrayList<>();
    private TextMix mix = TextMix.NONE;
    private Precision precision = Precision.EXACT;
    private boolean bounded = true;

    private PromptMeter(Request request, Model model, @Nullable Learnt learnt) {
        this.request = request;
        this.model = model;
        this.learnt = learnt;
        media = new MediaMeter(request, model);
        boundsBefore = request.counts.bounds();
        words = new WordCounter(request, model, because);
        uncertain = new UncertainText(request, model, words, because);
        hidden = new HiddenReasoning(request, model, because, notes, this::open);
        framing = new FramingMeter(request, model, words, because);
    }

    /** @param learnt null to count as if nothing had been learnt */
    static Metered meter(Request request, Model model, @Nullable Learnt learnt) {
        PromptMeter meter = new PromptMeter(request, model, learnt);
        meter.measure();
        return meter.metered();
    }

    /** What the bare count is made of; null if it isn't all of a conversation that is read. */
    static @Nullable InputParts parts(Request request, Model model) {
        PromptMeter meter = new PromptMeter(request, model, Learnt.NOTHING);
        meter.measure();
        return meter.isCorrectable() ? PromptCorrection.parts(request, model, meter.items(), meter.mix) : null;
    }

    private List<Item> items() {
        return stretches.stream().flatMap(List::stream).toList();
    }

    private boolean isCorrectable() {
        return request.givenTokens == null
                && request.prompt.dialect().task() == Task.CHAT
                && !isLate()
                && bounded
                && media.bounded();
    }

    /** Whether something was bounded instead of counted, because there was no time left. */
    private boolean isLate() {
        return request.counts.bounds() > boundsBefore;
    }

    private void measure() {
        for (Segment segment : request.segments) {
            List<Item> own = new ArrayList<>();
            if (segment.tools()) {
                tools(own);
            }
            if (request.givenTokens != null) {
                own.add(new Item("prompt", Meter.INPUT_TOKENS, Count.exact(request.givenTokens), "as given"));
            } else {
                words(segment, own);
            }
            for (PromptElement piece : segment.media()) {
                own.addAll(media.items(piece));
            }
            if (segment.index() == request.segments.size() - 1) {
                own.addAll(media.fromQuery());
                own.addAll(framing.thinking());
                schema(own);
                unseen();
            }
            stretches.add(own);
        }
    }

    private Metered metered() {
        List<List<Item>> counted = learnt != null && isCorrectable()
                ? again(learnt.corrected(request, model, items(), mix, because, notes))
                : stretches;
        Count tokens = Count.ZERO;
        Count longest = Count.ZERO;
        for (List<Item> own : counted) {
            Count whole = Item.usage(own).promptTokens();
            tokens = tokens.plus(whole);
            longest = whole.high() > longest.high() ? whole : longest;
        }
        summary(tokens);
        List<Item> items = CacheWrites.place(counted, request, model, notes);
        because.addAll(media.because());
        unsupported.addAll(media.unsupported());
        notes.addAll(media.notes());
        bounded &= media.bounded();
        precision();
        List<Item> split = CachePrefix.split(
                items,
                request.assumptions.cache().read(),
                request.assumptions.cache().write(),
                request.assumptions.cache().lifetime());
        LearntCacheShare usual = LearntCacheShare.of(learnt, request, model, tokens);
        if (usual != null && isCorrectable()) {
            split = usual.split(split);
        } else {
            usual = null;
        }
        boolean alone = request.prompt.dialect().task().takesEachInputAlone();
        return new Metered(
                split,
                tokens,
                alone ? longest : tokens,
                precision,
                List.copyOf(because),
                bounded,
                List.copyOf(unsupported),
                notes,
                usual == null ? List.of() : List.of(usual.of(tokens)));
    }

    private void precision() {
        if (!because.isEmpty()) {
            precision = precision.and(Precision.ESTIMATED);
        }
        if (!bounded) {
            precision = Precision.ESTIMATED;
        }
        if (isLate()) {
            precision = Precision.BOUND;
            because.add("deadline");
            notes.add(new Note(
                    "deadline",
                    "There was no time to count all of the text; where it wasn't, the number of its bytes is"
                            + " the bound."));
        }
    }

    /** The items in their stretches; what a correction adds stands at the end of the last. */
    private List<List<Item>> again(List<Item> corrected) {
        List<List<Item>> all = new ArrayList<>();
        int from = 0;
        for (List<Item> stretch : stretches) {
            boolean last = all.size() == stretches.size() - 1;
            int to = last ? corrected.size() : from + stretch.size();
            all.add(corrected.subList(from, to));
            from = to;
        }
        return all;
    }

    private void words(Segment segment, List<Item> own) {
        TokenCount text = words.count(segment, "words", segment.words());
        if (text.high() > 0) {
            own.add(new Item("text", Meter.INPUT_TOKENS, counted(text), null));
        }
        if (learnt != null) {
            mix = mix.plus(words.mix(segment.words(), text));
        }
        uncertain.add(segment, own);
        hidden.add(segment, own);
        if (model.rates().stream().anyMatch(c -> c.rates().byMeter().containsKey(Meter.INPUT_CHARACTERS))) {
            own.add(new Item("text", Meter.INPUT_CHARACTERS, UncertainText.characters(segment), null));
        }
        if (segment.ids() > 0) {
            own.add(new Item("tokens", Meter.INPUT_TOKENS, Count.exact(segment.ids()), "as given"));
        }
        Count frame = request.prompt.dialect().task() == Task.CHAT ? framing.of(segment) : Count.ZERO;
        if (!frame.isZero()) {
            own.add(new Item(
                    "framing", Meter.INPUT_TOKENS, frame, model.framing().title()));
        }
    }

    private void tools(List<Item> items) {
        boolean own = !request.functions().isEmpty();
        boolean builtIn = !request.builtInTools().isEmpty();
        if (Boolean.FALSE.equals(model.tools()) && (own || builtIn)) {
            unsupported.add("takes_no_tools");
        }
        Item definitions = ToolMeter.item(request, model);
        if (definitions != null) {
            items.add(definitions);
            because.add("tools");
        }
        unpublishedTools();
        List<Tool> open = request.serverTools().stream()
                .filter(t -> !ToolFees.isInFee(t, model))
                .toList();
        open.forEach(tool -> {
            because.add("server_tools");
            notes.add(new Note(
                            "server_tool",
                            "The tool “{tool}” runs at the provider: its calls and what they bring into the prompt are not in"
                                    + " this estimate.")
                    .with("tool", tool.type()));
        });
        if (!open.isEmpty()) {
            bounded = false;
        }
    }

    /** Definitions whose length nobody knows. */
    private void unpublishedTools() {
        for (Tool tool : request.builtInTools()) {
            if (BuiltInTools.tokens(tool).isEmpty()) {
                open(new Note(
                                "tool_overhead",
                                "How long the provider's own definition of the tool “{tool}” is, is not published; it is not"
                                        + " counted.")
                        .with("tool", tool.type()));
            }
        }
        if (model.framing().tools().equals("typescript")
                && !request.typeScript().complete()) {
            open(new Note(
                    "tools_too_long",
                    "The definitions of the tools refer to each other so often that not all of the text was written"
                            + " out and counted."));
        }
    }

    /** What a summary costs that the vendor writes of a long prompt before it answers: a call, billed besides. */
    private void summary(Count tokens) {
        Long from = request.prompt.summaryFrom();
        boolean grows = !request.serverTools().isEmpty();
        if (from != null && (grows || tokens.high() >= from)) {
            open(new Note(
                            "summary_call",
                            "From {from} tokens of the prompt on the vendor first writes a summary of it: that is another"
                                    + " call, billed besides, and not in this estimate.")
                    .with("from", from));
        }
    }

    /** From here on the upper figure covers only what was counted. */
    private void open(Note why) {
        because.add(why.code());
        bounded = false;
        notes.add(why);
    }

    /** A schema that the reply must follow is part of the prompt; its rendering is not published. */
    private void schema(List<Item> own) {
        JsonNode schema = request.prompt.replySchema();
        if (schema == null) {
            return;
        }
        TokenCount json = request.counts.count(model.tokenizer(), "schema", () -> List.of(Text.of(schema.toString())));
        because.add("schema");
        own.add(new Item(
                "schema",
                Meter.INPUT_TOKENS,
                Count.between(json.low() / 2, json.likely(), json.high() * 3 / 2 + 40),
                "as JSON"));
    }

    private void unseen() {
        Set<String> said = new HashSet<>();
        request.prompt.remarks().forEach(remark -> {
            if (said.add(remark.text())) {
                notes.add(new Note(remark.code(), remark.text()).with("place", remark.pointer()));
            }
            if (remark.opens()) {
                because.add(remark.code());
                bounded = false;
            }
        });
        if (request.prompt.cachedContent() != null) {
            because.add("cached_content");
            bounded = false;
            notes.add(new Note(
                    "cached_content",
                    "The body refers to content in the provider's cache; its size is not known here, and it is"
                            + " not counted."));
        }
    }

    private static Count counted(TokenCount count) {
        return Count.between(count.low(), count.likely(), count.high());
    }
}
