package roundhouse.topology.stores;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The protocol by which the members of a store keep their copies alike. */
public interface Replication {
    /** What tells the protocols apart in files. */
    String MODE = "mode";

    /** Its name in files. */
    String mode();

    /** How many members it needs at least. */
    int fewest();

    /** The same as far as it can be with these members. */
    default Replication among(List<String> members) {
        return this;
    }

    /** How keys are spread over the members; null where each has its place by their order. */
    default @Nullable Shards shards() {
        return null;
    }

    /** The same, with the keys over all members in one way: what a running store cannot become another of. */
    default Replication wherever() {
        return this;
    }

    /** Whether a read can give something older than what was acknowledged before it began, when nothing is wrong with anything. */
    boolean canBeStale();
}
