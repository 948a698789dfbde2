package smeta.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import smeta.prompt.Dialect;

/** Errors in the shape that a vendor's own client expects. */
final class VendorErrors {
    private VendorErrors() {}

    static Response of(Dialect dialect, int status, String message) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (dialect) {
            case ANTHROPIC -> {
                json.put("type", "error");
                json.putObject("error").put("type", status == 404 ? "not_found_error" : status >= 500 ? "api_error" : "invalid_request_error")
                        .put("message", message);
            }
            case GEMINI -> json.putObject("error").put("code", status).put("message", message)
                    .put("status", status == 404 ? "NOT_FOUND" : status >= 500 ? "INTERNAL" : "INVALID_ARGUMENT");
            default -> json.putObject("error").put("message", message)
                    .put("type", status >= 500 ? "server_error" : "invalid_request_error").putNull("param")
                    .put("code", status == 404 ? "model_not_found" : "invalid_request");
        }
        return Response.status(status).type(MediaType.APPLICATION_JSON).entity(json.toString()).build();
    }
}
