package roundhouse.simulation.observing;

/** Adds to frames what only runs that are shown keep: recent requests, their keys, and the journeys of a sample of them. */
public interface RecentFigures {
    /** Keeps nothing. */
    RecentFigures NONE = _ -> {};

    void addTo(Frame frame);

    /**
     * From now on follows one request of so many, and one check or heartbeat of so many.
     *
     * @param requests 1 or more; 1 for all of them
     * @param others the same of what is no client's request
     */
    default void sample(long requests, long others) {}
}
