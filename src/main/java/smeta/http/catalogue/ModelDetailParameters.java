package smeta.http.catalogue;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.Separator;
import smeta.http.query.QueryParameters;
import smeta.http.query.SellerParameters;

/** The parameters of one model's page. */
@RegisterForReflection
public class ModelDetailParameters extends QueryParameters {
    /** What an answer has only if it is asked for. */
    @Schema(name = "ModelExtra")
    public enum Extra {
        SOURCES
    }

    @PathParam("name")
    @Parameter(
            description = "A model by any name that people send; slashes stand as they are.",
            example = "openai/gpt-4o")
    public String name = "";

    @QueryParam("include")
    @Separator(",")
    @Parameter(description = "sources: what public tables say about the same offer.", example = "sources")
    public List<Extra> include = List.of();

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    boolean sources() {
        return include != null && include.contains(Extra.SOURCES);
    }
}
