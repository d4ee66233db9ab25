package roundhouse.simulation;

/** A node that begins requests. */
interface RequestSource {
    /** Requests so far. */
    long requests();

    /** Tries of them so far. */
    long tries();

    /** How often a request may be sent at most, retries and hedges included. */
    int mostTries();
}
