package roundhouse.simulation.components;

/** A node that begins requests. */
public interface RequestSource {
    /** Requests so far. */
    long requests();

    /** Attempts of them so far. */
    long attempts();

    /** How often a request may be sent at most, retries and hedges included. */
    int mostAttempts();
}
