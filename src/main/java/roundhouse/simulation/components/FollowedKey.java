package roundhouse.simulation.components;

/** What a cache knows of one key. Times are simulated nanoseconds. */
public final class FollowedKey {
    /** The key as clients ask for it; {@link CacheContents#NONE} where none is followed. */
    public long key;
    /** The list that it is in, and its place there from 0; {@link CacheContents#NONE} where it is in none. */
    public int list;

    public int place;
    /** Whether the cache has a value of it; then what that is, as {@link CacheContents} has it. */
    public boolean kept;

    public byte state;
    /** When the value was put, when it was last put or got, and when it expires; {@link Long#MAX_VALUE} for never. */
    public long storedNanos;

    public long usedNanos;
    public long expiresNanos;
    /** Since when there has been a newer value; {@link CacheContents#NONE} where there is none. */
    public long outdatedSinceNanos;
    /** Where it has none: why, in a word or two, and since when; {@link CacheContents#NONE} for what never was there. */
    public String gone = "";

    public long goneNanos;

    FollowedKey() {
        clear();
    }

    void clear() {
        key = CacheContents.NONE;
        list = CacheContents.NONE;
        place = CacheContents.NONE;
        kept = false;
        outdatedSinceNanos = CacheContents.NONE;
        gone = "";
        goneNanos = CacheContents.NONE;
    }
}
