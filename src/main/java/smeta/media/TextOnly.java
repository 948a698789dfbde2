package smeta.media;

/** The extracted text and nothing else, as on a vendor that reads documents but doesn't look at them. */
record TextOnly(Pages pages) implements DocumentRule {
    static final String NAME = "text-only";

    static TextOnly from(Parameters p) {
        return new TextOnly(Pages.from(p));
    }

    @Override
    public Measured measure(DocumentFacts document) {
        return document.textTokens() != null
                ? new Measured(document.textTokens(), document.textTokens() + " of text", true)
                : pages.measured(document, pages.textOf(document), pages.textOf(document) + " of text");
    }

    @Override
    public boolean countsText() {
        return true;
    }

    @Override
    public Description describe() {
        return Description.of(
                NAME,
                "The extracted text and nothing else.",
                "text",
                "the vendor's page on files, given with the constants in the catalogue",
                "2026-11-22");
    }
}
