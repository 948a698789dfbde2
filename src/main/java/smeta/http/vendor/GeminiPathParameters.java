package smeta.http.vendor;

import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** What the path of Gemini's count endpoint says. */
public class GeminiPathParameters {
    @PathParam("model")
    @Parameter(description = "The model, as Gemini's clients write it.", example = "gemini-2.5-flash")
    public String model = "";
}
