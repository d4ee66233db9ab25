package roundhouse.hashing;

/** A placement that bounds what one target may have in flight, over another one that does not. */
public interface LoadBound extends Placement {
    /** The owner with so much in flight. */
    int owner(long keyHash, TargetLoad load);

    /** How many requests a usable target may have in flight when all together have this many. */
    int slots(int target, int inFlight);

    /** The placement it is when nothing is in flight. */
    Placement unbounded();
}
