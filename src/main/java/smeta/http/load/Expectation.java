package smeta.http.load;

import io.vertx.ext.web.RoutingContext;

/** {@code Expect: 100-continue}: who waits for a word before sending the body gets it. */
final class Expectation {
    private static final String EXPECT = "Expect";

    private Expectation() {}

    /** Answers it once: nothing behind finds the header. */
    static void meet(RoutingContext context) {
        if ("100-continue".equalsIgnoreCase(context.request().getHeader(EXPECT))) {
            context.response().writeContinue();
            context.request().headers().remove(EXPECT);
        }
    }
}
