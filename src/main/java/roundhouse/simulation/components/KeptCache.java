package roundhouse.simulation.components;

/** A cache of a node, as far as commands and those who look into it are concerned. */
public interface KeptCache {
    /** What there is of the key goes. Returns whether there was anything. */
    boolean purge(long key);

    /**
     * What there is of the key goes, where it is older than that.
     *
     * @return whether it had been given since the newer one was there
     */
    boolean invalidate(long key, long stamp);

    /** What there is of these keys, the last one included, is not given any more. */
    void ban(long first, long last);

    /** All that is there goes. Returns how many entries that were. */
    int flush();

    /**
     * Notes what it holds. Changes nothing.
     *
     * @param follow the key of which all is noted, or {@link CacheContents#NONE}
     */
    void describe(CacheContents to, long follow);
}
