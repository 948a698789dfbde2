package smeta.http.calibrations;

import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;
import smeta.http.query.QueryParameters;
import smeta.http.query.SellerParameters;

/** The parameters of a calibration. */
@RegisterForReflection
public class CalibrationParameters extends QueryParameters {
    /** With what the lines are compared besides. */
    public enum Against {
        CURRENT
    }

    @BeanParam
    @Valid
    public SellerParameters seller = new SellerParameters();

    @QueryParam("against")
    @Parameter(
            description = "current: the answer also says how well the calibrations in use fit these lines.",
            example = "current")
    public @Nullable Against against;
}
