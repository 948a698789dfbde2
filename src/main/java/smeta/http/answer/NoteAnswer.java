package smeta.http.answer;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.price.Note;

/** Something that a person should know about an answer. */
@Schema(name = "Note", description = "Something that a person should know about the answer.")
public record NoteAnswer(
        @Schema(required = true, description = "stable, for programs", examples = "retires")
        String code,

        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(
                type = SchemaType.OBJECT,
                description =
                        "what the note speaks of, by name: text (days as YYYY-MM-DD), whole number, or list of texts;"
                                + " with the code it is enough to write the sentence in another language; absent if it speaks of"
                                + " no values",
                examples = "{\"on\": \"2026-12-11\"}")
        Map<String, Object> values,

        @Schema(
                required = true,
                description = "English, for people",
                examples = "The model will be retired on 2026-12-11.")
        String text) {
    public static List<NoteAnswer> of(List<Note> notes) {
        return notes.stream()
                .map(n -> new NoteAnswer(n.code(), n.values(), n.text()))
                .toList();
    }
}
