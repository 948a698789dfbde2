package smeta.estimate;

import java.util.List;
import java.util.Set;
import smeta.catalogue.Framing;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.token.TokenCount;

/** What a model's template for conversations puts around the texts: roles, names, the marks of turns. */
final class FramingMeter {
    private final Request request;
    private final Framing framing;
    private final WordCounter words;
    private final Set<String> because;

    /** @param because gets the reasons for a count with bounds */
    FramingMeter(Request request, Model model, WordCounter words, Set<String> because) {
        this.request = request;
        this.words = words;
        this.because = because;
        framing = model.framing();
    }

    Count of(Segment segment) {
        TokenCount sum = TokenCount.ZERO;
        if (framing.countRole()) {
            sum = sum.plus(words.count(segment, "roles", segment.roles()));
        }
        // a template without a place for names leaves them out
        long names = framing.perName() > 0 ? segment.names().size() : 0;
        if (names > 0) {
            sum = sum.plus(words.count(segment, "names", segment.names()));
        }
        boolean mayShowNames = names == 0 && framing.slack() > 0;
        long hiddenNames =
                mayShowNames ? words.count(segment, "names", segment.names()).high() : 0;
        boolean first = segment.index() == 0;
        boolean last = segment.index() == request.segments.size() - 1;
        long systems = segment.roles().stream()
                .filter(r -> r.value().equals("system") || r.value().equals("developer"))
                .count();
        // OpenAI: two tokens less for the result of a legacy function call (hmarr/openai-chat-tokens)
        long legacy = framing.tools().equals("typescript")
                ? 2
                        * segment.roles().stream()
                                .filter(r -> r.value().equals("function"))
                                .count()
                : 0;
        long fixed = framing.perMessage() * (segment.turns() - systems)
                + framing.perSystem() * systems
                + framing.perName() * names
                + 3L * segment.calls()
                - legacy
                + (first ? framing.start() : 0)
                + (last ? framing.reply() : 0);
        long slack = (long) framing.slack() * segment.turns() + 2L * segment.calls();
        long system = first && !request.hasSystem ? framing.defaultSystem() : 0;
        if (slack > 0) {
            because.add("framing");
        }
        if (system > 0) {
            because.add("default_system");
        }
        return Count.between(
                Math.max(0, sum.low() + fixed - slack),
                sum.likely() + fixed + system,
                sum.high() + fixed + system + slack + hiddenNames);
    }

    /** What Claude reads before it thinks: 46 tokens instead of 17 on Haiku 4.5; the bounds allow for other models. */
    List<Item> thinking() {
        if (framing.tools().equals("anthropic") && Boolean.TRUE.equals(request.prompt.thinking())) {
            return List.of(new Item("thinking", Meter.INPUT_TOKENS, Count.between(0, 29, 60), "measured on Haiku 4.5"));
        }
        return List.of();
    }
}
