package roundhouse.topology.stores;

/** The protocol by which the members of a store keep their copies alike. */
public interface Replication {
    /** What tells the protocols apart in files. */
    String MODE = "mode";

    /** Its name in files. */
    String mode();

    /** How many members it needs at least. */
    int fewest();

    /** The same as far as it can be with so many members. */
    default Replication among(int members) {
        return this;
    }

    /** Whether a read can give something older than what was acknowledged before it began, when nothing is wrong with anything. */
    boolean canBeStale();
}
