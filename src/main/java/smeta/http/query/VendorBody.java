package smeta.http.query;

import org.eclipse.microprofile.openapi.annotations.ExternalDocumentation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Stands in the OpenAPI document for a request as a vendor defines it: an object whose fields are the vendor's. */
@Schema(
        name = "VendorRequest",
        type = SchemaType.OBJECT,
        additionalProperties = Schema.True.class,
        description = "The vendor's request, exactly as it would be sent. Its fields are the vendor's:"
                + " https://platform.openai.com/docs/api-reference/chat/create,"
                + " https://platform.openai.com/docs/api-reference/responses/create,"
                + " https://docs.anthropic.com/en/api/messages,"
                + " https://ai.google.dev/api/generate-content.",
        externalDocs =
                @ExternalDocumentation(
                        description = "OpenAI's reference; others are named in the description",
                        url = "https://platform.openai.com/docs/api-reference/chat/create"))
public final class VendorBody {
    public static final String DESCRIPTION =
            "The vendor's request, untouched, or a plain prompt as text/plain; everything else is in the query.";

    private VendorBody() {}
}
