package smeta.estimate;

import java.util.List;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.meter.Count;
import smeta.meter.Item;
import smeta.meter.Meter;
import smeta.price.RateCard;
import smeta.prompt.Part;
import smeta.prompt.Prompt;
import smeta.prompt.Task;
import smeta.token.Text;
import smeta.token.TokenCount;

/**
 * What a reranker counts that is paid by the search: a query with up to 100 documents, where a document that has more
 * than 500 tokens together with the query is several (Cohere, pricing page; Amazon Bedrock sells it by the same rule).
 */
final class SearchUnits {
    private static final long DOCUMENTS = 100;
    private static final long TOKENS = 500;

    private SearchUnits() {}

    /** The searches of a request that ranks, in bounds; none where the card has no price of a request. */
    static List<Item> of(Request request, Model model, @Nullable RateCard card, Metered prompt) {
        Prompt ranked = request.prompt;
        if (ranked.dialect().task() != Task.RANKING
                || card == null
                || card.rates().get(Meter.REQUESTS).isEmpty()
                || ranked.messages().isEmpty()) {
            return List.of();
        }
        long documents = ranked.messages().size();
        long least = searches(documents);
        if (prompt.longest().high() <= TOKENS) {
            return List.of(new Item("request", Meter.REQUESTS, Count.exact(least), null));
        }
        TokenCount query = query(request, model, ranked);
        long most = searches(pieces(documents, prompt.tokens().high() - documents * query.low(), query.high()));
        long likely = prompt.longest().likely() <= TOKENS
                ? least
                : searches(pieces(documents, prompt.tokens().likely() - documents * query.likely(), query.likely()));
        return List.of(new Item(
                "request",
                Meter.REQUESTS,
                Count.between(least, Math.min(likely, most), most),
                "searches of " + DOCUMENTS + " documents, longer ones in pieces of " + TOKENS + " tokens"));
    }

    /** The query is the first part of each message. */
    private static TokenCount query(Request request, Model model, Prompt ranked) {
        List<Part> parts = ranked.messages().get(0).parts();
        String text = !parts.isEmpty() && parts.get(0) instanceof Part.Text first ? first.text() : "";
        return request.counts.count(model.tokenizer(), "query", () -> List.of(Text.of(text)));
    }

    /** Documents of so many tokens in all make no more pieces than their number and that of the full pieces in them. */
    private static long pieces(long documents, long tokens, long query) {
        return documents + Math.max(0, tokens) / Math.max(1, TOKENS - query);
    }

    private static long searches(long documents) {
        return (documents + DOCUMENTS - 1) / DOCUMENTS;
    }
}
