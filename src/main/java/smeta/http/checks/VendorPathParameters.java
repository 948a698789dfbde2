package smeta.http.checks;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/**
 * Where a check stands in a gateway's path. In a bean, as each parameter of a path: of a method that has one as its own the
 * platform reads all annotations at every start.
 */
public class VendorPathParameters {
    @PathParam("path")
    @Parameter(
            description = "The vendor's path, which says the dialect, and the model where the path has it.",
            example = "v1/chat/completions")
    public String path = "";
}
