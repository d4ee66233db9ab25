package roundhouse.simulation.observing;

/** Adds to frames what only runs that are shown keep: recent requests, and their keys. */
public interface RecentFigures {
    /** Keeps nothing. */
    RecentFigures NONE = _ -> {};

    void addTo(Frame frame);
}
