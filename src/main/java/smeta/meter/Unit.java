package smeta.meter;

/** What a meter counts in. Durations are counted in milliseconds, so that every count is a whole number. */
public enum Unit {
    TOKENS("tokens", 1),
    CHARACTERS("characters", 1),
    IMAGES("images", 1),
    SECONDS("seconds", 1000),
    PAGES("pages", 1),
    REQUESTS("requests", 1),
    SEARCHES("searches", 1),
    TOKEN_HOURS("token_hours", 1);

    private final String wireName;
    private final int countsPerUnit;

    Unit(String wireName, int countsPerUnit) {
        this.wireName = wireName;
        this.countsPerUnit = countsPerUnit;
    }

    public String wireName() {
        return wireName;
    }

    /** How many of the counted things make one unit: 1000 milliseconds a second, otherwise 1. */
    public int countsPerUnit() {
        return countsPerUnit;
    }
}
