package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.problem.BadQuery;
import smeta.http.problem.Problem;
import smeta.http.query.ModelList;
import smeta.http.query.QueryParameters;

/** Which models are listed, in OpenAI's pages. */
@RegisterForReflection
public class ModelListParameters extends QueryParameters {
    /** Models of one page. */
    private static final int MOST = 1_000;

    @QueryParam("list")
    @Parameter(description = "main: the catalogue's own files; all: what public tables have besides.", example = "all")
    public @Nullable ModelList list;

    @QueryParam("search")
    @Parameter(description = "Words that a model's id, title, maker or seller has.", example = "claude sonnet")
    public @Nullable String search;

    @QueryParam("limit")
    @Min(1)
    @Max(MOST)
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
        int from = 0;
        if (after != null) {
            from = keys.indexOf(after.strip()) + 1;
            if (from == 0) {
                throw new BadQuery(List.of(new Problem.Error(
                        "after", "No model of this list has the id “" + shortened(after) + "”.",
                        "the last_id of the page before, with the same list and search")));
            }
        }
        int most = limit != null ? limit : all() ? MOST : Integer.MAX_VALUE;
        return keys.subList(from, (int) Math.min(keys.size(), (long) from + most));
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
