package smeta.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day from which the model is no longer served; it may lie ahead. */
public record Retirement(
        LocalDate on, String source, @Nullable String note) {}
