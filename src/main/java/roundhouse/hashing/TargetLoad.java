package roundhouse.hashing;

/** How busy the targets are now, for placements that bound what one target may take. */
public interface TargetLoad {
    /** Requests this target is working on. */
    int inFlight(int target);

    /** Requests all targets together are working on. */
    int total();
}
