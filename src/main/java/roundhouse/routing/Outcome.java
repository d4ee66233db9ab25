package roundhouse.routing;

/**
 * How a request ended. Every request ends in exactly one of these. A timeout is not a failure: nobody knows whether the work was
 * done, so no figure may add the two.
 */
public enum Outcome {
    /** Answered as asked. */
    OK("ok"),
    /** Nobody was listening. */
    REFUSED("refused"),
    /** Shed on purpose: a full queue, a connection limit. */
    REJECTED("rejected"),
    /** Answered with an error, or no target could be picked. */
    FAILED("failed"),
    /** No answer in time; the work may have been done all the same. */
    TIMED_OUT("timed-out");

    private final String key;

    Outcome(String key) {
        this.key = key;
    }

    /** The name in files, reports and on the command line. */
    public String key() {
        return key;
    }
}
