package smeta.library;

import java.util.List;
import smeta.price.Note;

/**
 * Something that a person should know about an answer.
 *
 * @param code stable, for programs
 * @param text a sentence in English; never quotes the prompt
 */
public record CallNote(String code, String text) {
    static List<CallNote> of(List<Note> notes) {
        return notes.stream()
                .map(note -> new CallNote(note.code(), note.text()))
                .toList();
    }
}
