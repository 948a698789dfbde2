package smeta.http.tokens;

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
import smeta.estimate.Numbers;
import smeta.http.problem.Problem;
import smeta.http.query.QueryParameters;
import smeta.http.query.SellerParameters;

/** The parameters of a text's tokens. */
@RegisterForReflection
public class TokensParameters extends QueryParameters {
    /** What an answer has only if it is asked for. */
    public enum Detail {
        IDS
    }

    @QueryParam("vocabulary")
    @Parameter(description = "The vocabulary; either it or a model.", example = "o200k_base")
    public @Nullable String vocabulary;

    @QueryParam("model")
    @Parameter(description = "The model whose vocabulary is meant; either it or a vocabulary.", example = "gpt-4o")
    public @Nullable String model;

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @QueryParam("include")
    @Separator(",")
    @Parameter(description = "ids: each token with its offsets.", example = "ids")
    public List<Detail> include = List.of();

    @QueryParam("from")
    @Min(0)
    @Max(Numbers.MOST)
    @Parameter(description = "The first token of the page; a page has at most 20,000. Left out: 0.", example = "20000")
    public @Nullable Long from;

    @Override
    public void contradictions(List<Problem.Error> errors) {
        if ((vocabulary == null) == (model == null)) {
            errors.add(new Problem.Error(
                    "vocabulary",
                    "Expected either “vocabulary” or “model”.",
                    "for example vocabulary=o200k_base or model=gpt-4o"));
        }
    }

    boolean ids() {
        return include != null && include.contains(Detail.IDS);
    }
}
