package smeta.http.answer;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import smeta.price.Note;

/** Something that a person should know about an answer. */
@Schema(name = "Note", description = "Something that a person should know about the answer.")
public record NoteAnswer(
        @Schema(required = true, description = "stable, for programs", examples = "retired") String code,
        @Schema(required = true, description = "English, for people") String text) {
    public static List<NoteAnswer> of(List<Note> notes) {
        return notes.stream().map(n -> new NoteAnswer(n.code(), n.text())).toList();
    }
}
