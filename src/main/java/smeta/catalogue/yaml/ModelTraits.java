package smeta.catalogue.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Caching;
import smeta.catalogue.Limits;
import smeta.catalogue.MediaRule;
import smeta.catalogue.Modality;
import smeta.catalogue.Model;
import smeta.catalogue.Quantity;
import smeta.catalogue.Searches;

/** What a model shares with others of its kind, as far as one place of a file says it. */
record ModelTraits(
        @Nullable String maker,
        @Nullable Set<Modality> accepts,
        @Nullable Set<Modality> gives,
        @Nullable Set<Modality> givesUnasked,
        @Nullable Boolean tools,
        @Nullable Boolean reasons,
        @Nullable String tokenizer,
        @Nullable Boolean tokenizerAssumed,
        @Nullable String framing,
        Model.@Nullable ToolOverhead toolOverhead,
        @Nullable MediaRule image,
        @Nullable MediaRule audio,
        @Nullable MediaRule video,
        @Nullable MediaRule document,
        @Nullable MediaRule imageOutput,
        @Nullable MediaRule audioOutput,
        @Nullable Searches searches,
        @Nullable Caching caching,
        Limits limits) {
    static ModelTraits read(YamlFields form, Set<String> sources, int kilo) {
        return new ModelTraits(
                form.text("maker"),
                modalities(form, "accepts"),
                modalities(form, "gives"),
                modalities(form, "gives_unasked"),
                form.bool("tools"),
                form.bool("reasons"),
                form.text("tokenizer"),
                form.bool("tokenizer_assumed"),
                form.text("framing"),
                toolOverhead(form, sources),
                rule(form, "image", sources),
                rule(form, "audio", sources),
                rule(form, "video", sources),
                rule(form, "document", sources),
                rule(form, "image_output", sources),
                rule(form, "audio_output", sources),
                SearchesReader.read(form, sources),
                CachingReader.read(form, sources, kilo),
                limits(form, sources, kilo));
    }

    /** What other sellers' offers of that model, and others of its family, have in common with it: never its limits. */
    static ModelTraits sharedBy(Model model) {
        String provider = model.provider();
        ModelTraits shared = new ModelTraits(
                model.maker(),
                model.accepts(),
                model.gives(),
                model.givesUnasked(),
                null,
                model.reasons(),
                model.tokenizer(),
                model.tokenizerAssumed(),
                null,
                model.toolOverhead(),
                model.image(),
                model.audio(),
                model.video(),
                model.document(),
                null,
                null,
                null,
                null,
                Limits.UNKNOWN);
        return shared.from(provider);
    }

    /** This, and from the other what this doesn't say. */
    ModelTraits orElse(ModelTraits other) {
        return new ModelTraits(
                or(maker, other.maker),
                or(accepts, other.accepts),
                or(gives, other.gives),
                or(givesUnasked, other.givesUnasked),
                or(tools, other.tools),
                or(reasons, other.reasons),
                or(tokenizer, other.tokenizer),
                or(tokenizerAssumed, other.tokenizerAssumed),
                or(framing, other.framing),
                or(toolOverhead, other.toolOverhead),
                or(image, other.image),
                or(audio, other.audio),
                or(video, other.video),
                or(document, other.document),
                or(imageOutput, other.imageOutput),
                or(audioOutput, other.audioOutput),
                or(searches, other.searches),
                or(caching, other.caching),
                limits.orElse(other.limits));
    }

    /**
     * The same for a model of another file: what its sources are called there is told by the provider before the key.
     */
    ModelTraits from(String provider) {
        return new ModelTraits(
                maker,
                accepts,
                gives,
                givesUnasked,
                tools,
                reasons,
                tokenizer,
                tokenizerAssumed,
                framing,
                toolOverhead == null
                        ? null
                        : new Model.ToolOverhead(
                                toolOverhead.auto(), toolOverhead.any(), key(provider, toolOverhead.source())),
                from(provider, image),
                from(provider, audio),
                from(provider, video),
                from(provider, document),
                from(provider, imageOutput),
                from(provider, audioOutput),
                searches == null ? null : searches.withSource(key(provider, searches.source())),
                caching == null ? null : caching.withSource(keys(provider, caching.source())),
                limits.source() == null
                        ? limits
                        : new Limits(
                                limits.context(),
                                limits.maxInput(),
                                limits.maxOutput(),
                                limits.tokensPerImage(),
                                keys(provider, limits.source())));
    }

    private static @Nullable MediaRule from(String provider, @Nullable MediaRule rule) {
        return rule == null ? null : new MediaRule(rule.rule(), rule.parameters(), key(provider, rule.source()));
    }

    /** Every source that this refers to. */
    List<String> sourceKeys() {
        List<String> keys = new ArrayList<>();
        for (MediaRule rule : new MediaRule[] {image, audio, video, document, imageOutput, audioOutput}) {
            if (rule != null) {
                keys.add(rule.source());
            }
        }
        if (toolOverhead != null) {
            keys.add(toolOverhead.source());
        }
        if (searches != null) {
            keys.add(searches.source());
        }
        if (caching != null) {
            keys.addAll(List.of(caching.source().split(", ")));
        }
        if (limits.source() != null) {
            keys.addAll(List.of(limits.source().split(", ")));
        }
        return keys;
    }

    /** A source of another file. */
    static String key(String provider, String key) {
        return key.contains(":") ? key : provider + ":" + key;
    }

    private static String keys(String provider, String sources) {
        return String.join(
                ", ",
                Arrays.stream(sources.split(", ")).map(k -> key(provider, k)).toList());
    }

    private static <T> @Nullable T or(@Nullable T first, @Nullable T second) {
        return first == null ? second : first;
    }

    private static @Nullable Set<Modality> modalities(YamlFields form, String key) {
        if (!form.has(key)) {
            return null;
        }
        Set<Modality> result = new LinkedHashSet<>();
        for (String name : form.texts(key)) {
            Modality.named(name)
                    .ifPresentOrElse(
                            result::add,
                            () -> form.defect(
                                    key,
                                    "expected one of text, image, audio, video, file in “" + key + "”, found “" + name
                                            + "”"));
        }
        return result;
    }

    private static @Nullable MediaRule rule(YamlFields form, String key, Set<String> sources) {
        YamlFields f = form.form(key);
        if (f == null) {
            return null;
        }
        String rule = f.required("rule");
        List<String> from = CardReader.sources(f, sources);
        Map<String, String> parameters = new LinkedHashMap<>(f.allTexts());
        parameters.remove("rule");
        parameters.remove("source");
        return new MediaRule(rule, parameters, from.isEmpty() ? "?" : from.get(0));
    }

    private static Model.@Nullable ToolOverhead toolOverhead(YamlFields form, Set<String> sources) {
        YamlFields f = form.form("tool_overhead");
        if (f == null) {
            return null;
        }
        Integer auto = f.integer("auto");
        Integer any = f.integer("any");
        List<String> from = CardReader.sources(f, sources);
        f.close();
        if (auto == null || any == null) {
            f.defect("auto", "“tool_overhead” needs “auto” and “any”");
            return null;
        }
        return new Model.ToolOverhead(auto, any, from.isEmpty() ? "?" : from.get(0));
    }

    private static Limits limits(YamlFields form, Set<String> sources, int kilo) {
        YamlFields f = form.form("limits");
        if (f == null) {
            return Limits.UNKNOWN;
        }
        List<String> from = CardReader.sources(f, sources);
        Limits limits = new Limits(
                f.parsed("context", t -> Quantity.parse(t, kilo)),
                f.parsed("max_input", t -> Quantity.parse(t, kilo)),
                f.parsed("max_output", t -> Quantity.parse(t, kilo)),
                f.parsed("tokens_per_image", t -> Quantity.parse(t, kilo)),
                from.isEmpty() ? null : String.join(", ", from));
        f.close();
        if (limits.context() != null
                && limits.maxInput() != null
                && limits.maxInput().tokens() > limits.context().tokens()) {
            f.defect(
                    "max_input",
                    "the maximum input " + limits.maxInput().printed() + " is more than the context "
                            + limits.context().printed());
        }
        return limits;
    }
}
