package roundhouse.simulation.components;

/** What a balancer's limits in number and time do to requests and connections. */
public enum LimitEvent {
    QUEUE_FULL("queue-full", "turned away, too many waited or were in flight"),
    QUEUE_TIMEOUT("queue-timeout", "timed out in the queue"),
    REDISPATCHED("redispatched", "sent elsewhere from the queue of a target that went out of use"),
    CONNECT_TIMEOUT("connect-timeout", "targets not reached in time"),
    TARGET_TIMEOUT("target-timeout", "targets without a reply in time"),
    REQUEST_TIMEOUT("request-timeout", "without a reply in time from any target"),
    CLOSED_BY_COUNT("closed-by-requests", "connections closed after so many requests"),
    CLOSED_BY_AGE("closed-by-age", "connections closed for their age"),
    CLOSED_IDLE("closed-idle", "connections closed for being idle");

    private final String key;
    private final String words;

    LimitEvent(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** Its name in files. */
    public String key() {
        return key;
    }

    /** In words that follow a number. */
    public String words() {
        return words;
    }
}
