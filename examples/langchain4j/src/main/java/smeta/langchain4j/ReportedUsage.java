package smeta.langchain4j;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.langchain4j.model.output.TokenUsage;

/** A usage as LangChain4j holds it, a vendor's details included, in the shape that Smeta recognises as LangChain4j's. */
final class ReportedUsage {
    private static final ObjectMapper FIELDS = new ObjectMapper()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .setVisibility(PropertyAccessor.ALL, JsonAutoDetect.Visibility.NONE)
            .setVisibility(PropertyAccessor.FIELD, JsonAutoDetect.Visibility.ANY);

    private ReportedUsage() {}

    static String json(TokenUsage usage) {
        try {
            return FIELDS.writeValueAsString(usage);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a usage is numbers", e);
        }
    }
}
