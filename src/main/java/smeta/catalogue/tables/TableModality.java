package smeta.catalogue.tables;

import java.util.Optional;

/** Words of other tables in the catalogue's. */
final class TableModality {
    private TableModality() {}

    static Optional<String> modality(String word) {
        return switch (word) {
            case "text", "image", "audio", "video", "file" -> Optional.of(word);
            case "pdf", "document" -> Optional.of("file");
            default -> Optional.empty();
        };
    }
}
