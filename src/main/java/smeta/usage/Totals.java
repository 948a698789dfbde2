package smeta.usage;

/** A grand total that must be the sum of its parts. */
final class Totals {
    private Totals() {}

    /** @param sums what the total may be; the first is the usual one */
    static void require(Fields fields, String key, long... sums) {
        if (!fields.has(key)) {
            return;
        }
        long total = fields.count(key);
        for (long sum : sums) {
            if (total == sum) {
                return;
            }
        }
        throw fields.contradiction(key, "“" + key + "” is " + total + ", but its parts are " + sums[0] + ".");
    }
}
