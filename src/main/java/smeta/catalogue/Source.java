package smeta.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * Where a number comes from.
 *
 * @param asOf   the day, month or year on which it was seen: {@code 2026-08-21}, {@code 2026-08}, {@code 2026}
 * @param vendor true for the vendor's own page, which wins where sources disagree
 */
public record Source(String key, String title, @Nullable String url, String asOf, boolean vendor) {}
