package roundhouse.storage.leaderless;

import roundhouse.storage.replication.Found;
import roundhouse.storage.replication.Seen;

/** What a replica has under one key. Two of a key make one, in whatever order and how often they meet. Immutable. */
interface Content extends Seen {
    /** All that is in either, and only what neither has replaced. */
    Content merge(Content other);

    Found found();

    /** How many versions are side by side that did not know of each other. */
    int versions();

    /** The same for equal contents, and hardly ever for others. */
    long sum();

    /** About how large it is on the wire, in bytes. */
    int bytes();

    @Override
    default Seen and(Seen other) {
        return other instanceof Content content ? merge(content) : this;
    }

    /** Whether nothing of what was seen is missing here. */
    default boolean shows(Seen what) {
        return !(what instanceof Content content) || merge(content).equals(this);
    }

    @Override
    default boolean isOfOneKey() {
        return true;
    }
}
