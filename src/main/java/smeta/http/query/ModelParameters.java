package smeta.http.query;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import org.jspecify.annotations.Nullable;
import smeta.catalogue.Modality;
import smeta.estimate.Numbers;
import smeta.http.problem.Problem;

/** Which models are meant. */
@RegisterForReflection
public class ModelParameters {
    @QueryParam("models")
    @Separator(",")
    @Parameter(
            description =
                    "Names of models in any spelling, separated by commas, or * for all. Left out: the body's model.",
            example = "gpt-4o")
    public List<String> models = List.of();

    /** Which sellers' offers of a named model are meant. */
    public enum Offers {
        ALL
    }

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @QueryParam("offers")
    @Parameter(description = "Every seller of the named models, cheapest first.", example = "all")
    public @Nullable Offers offers;

    @QueryParam("accepts")
    @Separator(",")
    @Parameter(description = "With models=*: only models that read all of these.", example = "image")
    public List<Modality> accepts = List.of();

    @QueryParam("provider")
    @Parameter(description = "With models=*: only this provider's models.", example = "openai")
    public @Nullable String provider;

    @QueryParam("list")
    @Parameter(
            description = "With models=*: main for the catalogue's own files, all for what public tables have besides.",
            example = "all")
    public @Nullable ModelList list;

    @QueryParam("search")
    @Parameter(
            description = "With models=*: only models whose id, title, maker or seller has these words.",
            example = "claude sonnet")
    public @Nullable String search;

    @QueryParam("min_context")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = "With models=*: only models with at least so many tokens of context.", example = "800")
    public @Nullable Long minContext;

    @QueryParam("page_size")
    @Min(1)
    @Max(Page.MOST)
    @Parameter(
            description =
                    "With models=*: estimates of one page. Left out: 1,000. The order that sort asks for is that of"
                            + " all pages together.",
            example = "100")
    public @Nullable Integer pageSize;

    @QueryParam("after")
    @Parameter(
            description = "With models=*: the last_id of the page before, while has_more is true.",
            example = "openai/gpt-4o")
    public @Nullable String after;

    Page page() {
        return new Page(after, pageSize == null ? Page.MOST : pageSize);
    }

    public boolean everyone() {
        return names().contains("*");
    }

    @Nullable
    String seller() {
        return seller.name();
    }

    public List<String> names() {
        return Lists.texts(models);
    }

    void contradictions(List<Problem.Error> errors) {
        if (everyone() && names().size() > 1) {
            errors.add(new Problem.Error(
                    "models",
                    "“models” has * beside other names.",
                    "use * alone, with accepts, provider or min_context to narrow it"));
        }
        if (everyone() && offers != null) {
            errors.add(new Problem.Error(
                    "offers", "“offers” is about named models; models=* names none.", "leave one of them out"));
        }
        boolean narrowed = !Lists.of(accepts).isEmpty()
                || provider != null
                || minContext != null
                || list != null
                || search != null
                || pageSize != null
                || after != null;
        if (!everyone() && narrowed) {
            errors.add(new Problem.Error(
                    "models",
                    "“accepts”, “provider”, “min_context”, “list”, “search”, “page_size” and “after” are about models=*,"
                            + " which is not asked for.",
                    "add models=*"));
        }
    }
}
