package roundhouse.live.http;

/** The headers that Roundhouse puts on what it sends its servers, and that these put on what they answer. */
final class Headers {
    /** The number of the attempt. */
    static final String ATTEMPT = "Roundhouse-Attempt";
    /** Where the run keeps it. */
    static final String SLOT = "Roundhouse-Slot";
    /** The key it is about. */
    static final String KEY = "Roundhouse-Key";
    /** How many times longer than normal it takes. */
    static final String SLOW = "Roundhouse-Slow";
    /** It is to be answered with an error. */
    static final String FAIL = "Roundhouse-Fail";
    /** How many bytes the value has. */
    static final String BYTES = "Roundhouse-Bytes";
    /** It is a check, which is no request. */
    static final String CHECK = "Roundhouse-Check";
    /** On an answer of 503: the queue was full. */
    static final String FULL = "Roundhouse-Full";
    /** On an answer: which server gave it. */
    static final String SERVER = "Roundhouse-Server";
    /** On an answer: whether a cache had it. */
    static final String CACHE = "Roundhouse-Cache";

    private Headers() {}
}
