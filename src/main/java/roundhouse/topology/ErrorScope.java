package roundhouse.topology;

import roundhouse.topology.types.ChoiceType;

/** To which of what comes in a server gives errors. */
public enum ErrorScope {
    ALL("all"),
    /** It passes its health checks meanwhile. */
    REQUESTS("requests"),
    /** Requests are served meanwhile. */
    CHECKS("checks");

    public static final ChoiceType<ErrorScope> TYPE = new ChoiceType<ErrorScope>("scope of errors")
            .or(ALL, ALL.key, "All", "Requests and health checks alike.")
            .or(REQUESTS, REQUESTS.key, "Requests", "Requests only: health checks pass.")
            .or(CHECKS, CHECKS.key, "Health checks", "Health checks only: requests are served.");

    private final String key;

    ErrorScope(String key) {
        this.key = key;
    }

    /** What gets errors, in words. */
    public String words() {
        return switch (this) {
            case ALL, REQUESTS -> "requests";
            case CHECKS -> "health checks";
        };
    }

    /** Whether health checks, or else requests, are meant. */
    public boolean means(boolean check) {
        return this == ALL || check == (this == CHECKS);
    }
}
