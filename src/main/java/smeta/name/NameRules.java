package smeta.name;

/** All rules, read once. */
record NameRules(
        RuleFile file, Sellers sellers, PlainNames plain, Families families, Paths paths, Endings endings) {
    private static final NameRules BUNDLED = of(RuleFile.bundled());

    static NameRules bundled() {
        return BUNDLED;
    }

    static NameRules of(RuleFile file) {
        Sellers sellers = new Sellers(file);
        Paths paths = new Paths(file);
        PlainNames plain = new PlainNames(file, sellers, new Spelling(file), paths);
        return new NameRules(file, sellers, plain, new Families(file, plain), paths, new Endings(file));
    }
}
