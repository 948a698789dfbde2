package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.query.ModelList;
import smeta.http.query.Page;
import smeta.http.query.QueryParameters;

/** Which models are listed, in OpenAI's pages. */
@RegisterForReflection
public class ModelListParameters extends QueryParameters {
    @QueryParam("list")
    @Parameter(description = "main: the catalogue's own files; all: what public tables have besides.", example = "all")
    public @Nullable ModelList list;

    @QueryParam("search")
    @Parameter(description = "Words that a model's id, title, maker or seller has.", example = "claude sonnet")
    public @Nullable String search;

    @QueryParam("limit")
    @Min(1)
    @Max(Page.MOST)
    @Parameter(description = "Models of one page. Left out: the whole main list, or 1,000 of all.", example = "100")
    public @Nullable Integer limit;

    @QueryParam("after")
    @Parameter(description = "The last_id of the page before.", example = "openai/gpt-4o")
    public @Nullable String after;

    boolean all() {
        return list == ModelList.ALL;
    }

    /** One page of these. */
    List<String> page(List<String> keys) {
        int most = limit != null ? limit : all() ? Page.MOST : Integer.MAX_VALUE;
        return new Page(after, most).of(keys, Function.identity());
    }
}
