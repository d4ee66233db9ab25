package roundhouse.storage.leaderless;

/** Which members a key is kept at: the first N of the list, and after them those that stand in, in this order. */
@FunctionalInterface
public interface PreferenceList {
    /** Fills in all members. */
    void of(long key, int[] into);

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
