package smeta.http.query;

/** What the document says of parameters that several operations have, and how their values look. */
public final class ParameterTexts {
    /** Tokens, or a percentage of them. */
    public static final String SHARE = "^([0-9_]+|[0-9]{1,3}(\\.[0-9]{1,6})?%)$";
    /** Seconds, minutes or hours. */
    public static final String LIFETIME = "^[0-9]+(\\.[0-9]+)?[smh]$";

    public static final String REASONING = "The likely reasoning, tokens. Left out: 0.";
    public static final String CACHED =
            "The part of the prompt that is read from the provider's cache: tokens, or a percentage.";
    public static final String CACHE_WRITE =
            "The part of the prompt that is written to the cache, after what is read: tokens, or a percentage."
                    + " Left out: what the body's cache markers say.";
    public static final String CACHE_LIFETIME =
            "How long lives what cache_write writes; at most 12h. Left out: the provider's usual time.";
    public static final String INPUT = "The size of the prompt, tokens, in place of a body.";
    public static final String CALIBRATION =
            "off: bare estimates, without what was learnt from one's own traffic. Left out: on.";

    private ParameterTexts() {}
}
