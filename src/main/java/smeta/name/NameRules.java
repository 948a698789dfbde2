package smeta.name;

/** All rules, read once. */
record NameRules(Sellers sellers, PlainNames plain, SameNames same, Families families, Paths paths, Endings endings) {
    private static final NameRules BUNDLED = of(RuleFile.bundled());

    static NameRules bundled() {
        return BUNDLED;
    }

    static NameRules of(RuleFile file) {
        Sellers sellers = new Sellers(file);
        Paths paths = new Paths(file);
        Spelling spelling = new Spelling(file);
        PlainNames plain = new PlainNames(file, sellers, spelling, paths);
        return new NameRules(
                sellers, plain, new SameNames(file, spelling), new Families(file, plain), paths, new Endings(file));
    }
}
