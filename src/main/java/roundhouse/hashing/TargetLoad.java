package roundhouse.hashing;

/** How busy the targets are now, for placements that bound what one target may take. */
public interface TargetLoad {
    /** Nothing is in flight anywhere. */
    TargetLoad NONE = new TargetLoad() {
        @Override
        public int inFlight(int target) {
            return 0;
        }

        @Override
        public int total() {
            return 0;
        }
    };

    /** Requests this target is working on. */
    int inFlight(int target);

    /** Requests all targets together are working on. */
    int total();
}
