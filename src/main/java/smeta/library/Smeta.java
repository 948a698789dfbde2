package smeta.library;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Model;
import smeta.catalogue.NamedModel;
import smeta.estimate.Assumptions;
import smeta.estimate.Bound;
import smeta.estimate.Check;
import smeta.estimate.Checker;
import smeta.estimate.Request;
import smeta.estimate.UsagePricer;
import smeta.estimate.UsualDialect;
import smeta.meter.Count;
import smeta.prompt.Body;
import smeta.prompt.Dialect;
import smeta.prompt.DialectDetector;
import smeta.prompt.Prompt;
import smeta.prompt.PromptReader;
import smeta.prompt.UnknownParts;
import smeta.token.TokenCount;
import smeta.token.Tokenizers;

/**
 * What a call to a language model costs and whether it fits, before the call; and what it cost, after. Immutable and
 * thread-safe: make one and share it. Logs nothing, keeps no prompt, and reaches no network but in
 * {@link #ofService}.
 */
public final class Smeta {
    private final PriceData data;
    private final Clock clock;

    private Smeta(PriceData data, Clock clock) {
        this.data = data;
        this.clock = clock;
    }

    /**
     * With the models, prices and exchange rates that come with the library. Takes about a second; vocabularies are
     * loaded when they are first counted with.
     *
     * @param clock whose present prices and exchange rates apply: the UTC clock of the system, but for tests
     */
    public static Smeta bundled(Clock clock) {
        return new Smeta(PriceData.bundled(), clock);
    }

    /**
     * The same with a folder whose YAML files replace those of the same provider. The folder is read once.
     *
     * @throws IllegalArgumentException with all defects of the files as {@code file:line: message}
     * @throws java.io.UncheckedIOException if the folder can't be read
     */
    public static Smeta ofFolder(Path catalogue, Clock clock) {
        return new Smeta(PriceData.ofFolder(catalogue), clock);
    }

    /**
     * With what a running service uses now: its catalogue with overrides and imports, its exchange rates and
     * surcharges. They are asked for once; make another for later ones.
     *
     * @param service its address: {@code http://localhost:8080}
     * @throws IOException if it can't be reached, or is no Smeta that gives such a snapshot
     */
    public static Smeta ofService(URI service, Clock clock) throws IOException, InterruptedException {
        return new Smeta(PriceData.of(ServiceSnapshot.fetch(service)), clock);
    }

    /**
     * The same, whose estimates are corrected by the calibrations of a folder, as a service's are by its
     * {@code smeta.calibrations.folder}: upper bounds hold for 99.5 % of prompts like those of the log. The folder is read
     * once.
     *
     * @throws IllegalArgumentException with all defects of the files as {@code file:line: message}
     * @throws java.io.UncheckedIOException if the folder can't be read
     */
    public Smeta calibrated(Path calibrations) {
        return new Smeta(data.calibrated(calibrations), clock);
    }

    /**
     * The same at a contract's names, discounts and rates, as a service has them by its {@code smeta.contracts}. The file
     * is read once.
     *
     * @param contract in the form of docs/contracts.md
     * @throws IllegalArgumentException with all defects of the file as {@code file:line: message}
     * @throws java.io.UncheckedIOException if the file can't be read
     */
    public Smeta contracted(Path contract) {
        return new Smeta(data.contracted(contract), clock);
    }

    /**
     * What a log of calls and what the sellers reported of them teaches about the next estimates.
     *
     * @param log JSON Lines as docs/calibration.md lists them, of any length; read to its end, not closed
     * @throws IOException if it can't be read
     */
    public LearntCalibration calibrate(InputStream log) throws IOException {
        return new TrafficLog(data, now()).learn(log);
    }

    /** Of the catalogue: changes whenever its content does. */
    public String version() {
        return data.catalogue().version();
    }

    /** Every model as {@code seller/id}, by seller. */
    public List<String> models() {
        return data.catalogue().models().stream().map(Model::qualifiedId).toList();
    }

    /**
     * The models whose id, title, maker or seller has all these words, as {@code seller/id}.
     *
     * @param words  separated by spaces; null for every model
     * @param seller whose; null for all
     * @param all    whether the offers that only public tables have are meant too
     */
    public List<String> search(@Nullable String words, @Nullable String seller, boolean all) {
        return data.names().search(words, seller, all);
    }

    /** The model that a name means, in any spelling, as {@code seller/id}; empty if it means none that is known. */
    public Optional<String> resolve(String name) {
        return data.names().find(name, null).map(named -> named.model().qualifiedId());
    }

    /**
     * What the call costs and whether it fits.
     *
     * @throws CallRefused if it can't be understood, or asks for what nobody publishes
     */
    public CallEstimate estimate(Call call) {
        return CallRefused.translating(() -> {
            Prompt prompt = prompt(call);
            NamedModel named = named(call, prompt.model());
            return CallEstimate.of(
                    data.estimator().estimate(request(call, prompt, Bound.LIKELY), named.model(), named.asked()));
        });
    }

    /**
     * The same for several models, in their order; the request is read once, and its text counted once for each
     * vocabulary.
     *
     * @throws CallRefused likewise, for the first of the models that has to be
     */
    public List<CallEstimate> estimates(Call call, List<String> models) {
        return CallRefused.translating(() -> {
            Prompt prompt = prompt(call);
            Request request = request(call, prompt, Bound.LIKELY);
            return models.stream()
                    .map(name -> named(call.model(name), null))
                    .map(named -> CallEstimate.of(data.estimator().estimate(request, named.model(), named.asked())))
                    .toList();
        });
    }

    /**
     * Whether the call may be made: it must fit, have a price, and cost no more than its limit, all at the upper
     * bounds. What isn't known is a reason to deny.
     *
     * @throws CallRefused if it can't be understood, or asks for what nobody publishes
     */
    public CallDecision check(Call call) {
        return CallRefused.translating(() -> {
            Prompt prompt = prompt(call);
            NamedModel named = named(call, prompt.model());
            Check.Rules rules = new Check.Rules(call.limit, false);
            return CallDecision.of(new Checker(data.estimator())
                    .check(request(call, prompt, Bound.HIGH), named.model(), named.asked(), rules, false));
        });
    }

    /**
     * What the call cost, in its currency, at its tier and moment. The model is the call's if it names one, else the
     * answer's, else that of the call's request.
     *
     * @param answer the vendor's whole answer, the text of its event stream, or a usage object alone
     * @throws CallRefused if it can't be understood, names no known model, or there is no price on these terms
     */
    public CallBill settle(Call call, String answer) {
        return CallRefused.translating(() -> {
            ReportedAnswer reported = ReportedAnswer.read(answer.getBytes(StandardCharsets.UTF_8));
            Model model = answered(call, reported.model());
            Assumptions said = call.assumptions(now(), Bound.LIKELY);
            Assumptions.SaidPlace place = said.place();
            UsagePricer.Asked asked = new UsagePricer.Asked(
                    said.moment(),
                    true,
                    said.tier(),
                    said.currency(),
                    place.channel(),
                    place.region(),
                    place.residency(),
                    place.variant());
            UsagePricer pricer =
                    data.estimator().pricer(name -> find(call, name).map(NamedModel::model));
            return CallBill.of(model, pricer.price(model, reported.usage(), asked));
        });
    }

    /**
     * What a scenario costs, month by month: the file that the service's budgets take, in YAML or JSON.
     *
     * @param scenario its UTF-8 bytes
     * @throws CallRefused if it can't be planned, with everything that is wrong in it, a line each
     */
    public BudgetEstimate budget(byte[] scenario) {
        return CallRefused.translating(() -> BudgetEstimate.of(new ScenarioPlanner(data, now()).plan(scenario)));
    }

    /**
     * The tokens of a text alone, without any framing, as that model counts them.
     *
     * @throws CallRefused if the model isn't known
     */
    public TokenRange count(String model, String text) {
        Model named = named(Call.ofPrompt(""), model).model();
        return range(data.tokenizers().find(named.tokenizer()).orElseThrow().count(text));
    }

    /**
     * The tokens of a text in a vocabulary, which needs no catalogue.
     *
     * @param vocabulary {@code o200k_base}, {@code cl100k_base}, {@code qwen}, …
     * @throws CallRefused if there is none of that name
     */
    public static TokenRange countIn(String vocabulary, String text) {
        Tokenizers tokenizers = Tokenizers.bundled();
        return range(tokenizers
                .find(vocabulary)
                .orElseThrow(() -> new CallRefused(
                        "unknown_vocabulary",
                        "",
                        "There is no vocabulary “" + vocabulary + "”.",
                        "expected are " + String.join(", ", tokenizers.names())))
                .count(text));
    }

    private static TokenRange range(TokenCount count) {
        return TokenRange.of(Count.between(count.low(), count.likely(), count.high()), true, count.precision());
    }

    private Instant now() {
        return clock.instant();
    }

    private Request request(Call call, Prompt prompt, Bound bound) {
        return new Request(prompt, call.assumptions(now(), bound), data.tokenizers());
    }

    private Prompt prompt(Call call) {
        if (call.plain) {
            return Prompt.ofText(Body.text(call.body));
        }
        JsonNode tree = Body.json(call.body);
        String model = call.model != null ? call.model : tree.path("model").asText(null);
        Dialect preferred = model == null
                ? null
                : find(call, model).map(named -> UsualDialect.of(named.model())).orElse(null);
        return PromptReader.read(tree, DialectDetector.detect(tree, preferred), UnknownParts.FAIL);
    }

    /** Gateways answer with names of their own, which say less than the request's. */
    private Model answered(Call call, @Nullable String answered) {
        String requested = call.plain || call.body.length == 0
                ? null
                : Body.json(call.body).path("model").asText(null);
        boolean known =
                answered != null && (requested == null || find(call, answered).isPresent());
        return named(call, known ? answered : requested).model();
    }

    private Optional<NamedModel> find(Call call, String name) {
        return data.names().find(name, call.seller);
    }

    private NamedModel named(Call call, @Nullable String otherwise) {
        String name = call.model != null ? call.model : otherwise;
        if (name == null) {
            throw new CallRefused(
                    "no_model",
                    "",
                    "Neither the call nor its request names a model.",
                    "name one: call.model(\"gpt-4o\")");
        }
        return find(call, name).orElseThrow(() -> unknown(name));
    }

    private CallRefused unknown(String name) {
        List<String> near = data.names().suggestions(name, 5);
        return new CallRefused(
                "unknown_model",
                "",
                "There is no model “" + (name.length() <= 60 ? name : name.substring(0, 60) + "…") + "”.",
                near.isEmpty() ? "models() lists every model" : "did you mean " + String.join(", ", near) + "?");
    }
}
