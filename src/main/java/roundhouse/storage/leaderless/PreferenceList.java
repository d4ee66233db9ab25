package roundhouse.storage.leaderless;

/** Which members a key is kept at: the first N of the list, and after them those that stand in, in this order. */
@FunctionalInterface
public interface PreferenceList {
    /** What is behind the last member where not all can have a key. */
    int NOBODY = -1;

    /** Fills in all members that can have a key, and {@link #NOBODY} behind them. */
    void of(long key, int[] into);

    /** Whether a member has anything. */
    default boolean has(int member) {
        return true;
    }

    /** From one member on, clockwise by number. */
    static PreferenceList clockwise() {
        return (key, into) -> {
            int first = (int) Math.floorMod(key, (long) into.length);
            for (int i = 0; i < into.length; i++) {
                into[i] = (first + i) % into.length;
            }
        };
    }
}
