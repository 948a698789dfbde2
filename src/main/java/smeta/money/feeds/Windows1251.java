package smeta.money.feeds;

/**
 * The character set windows-1251, in which the Bank of Russia serves its rates. A small program doesn't have the
 * platform's set of it, and would carry dozens of others to get this one. The upper half is that of
 * https://www.unicode.org/Public/MAPPINGS/VENDORS/MICSFT/WINDOWS/CP1251.TXT (2.01, 1998-04-15); its one undefined byte,
 * 0x98, becomes U+FFFD.
 */
final class Windows1251 {
    static final String NAME = "windows-1251";

    private static final String UPPER = "ЂЃ‚ѓ„…†‡€‰Љ‹ЊЌЋЏ"
            + "ђ‘’“”•–—\uFFFD™љ›њќћџ"
            + "\u00A0ЎўЈ¤Ґ¦§Ё©Є«¬\u00AD®Ї"
            + "°±Ііґµ¶·ё№є»јЅѕї"
            + "АБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ"
            + "абвгдежзийклмнопрстуфхцчшщъыьэюя";

    private Windows1251() {}

    static String text(byte[] bytes) {
        StringBuilder text = new StringBuilder(bytes.length);
        for (byte one : bytes) {
            text.append(one >= 0 ? (char) one : UPPER.charAt(one + 128));
        }
        return text.toString();
    }
}
