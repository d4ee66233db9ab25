package roundhouse.hashing;

/** Whose turn it is where a key decides nothing, remembered from one key to the next; and who can take the request at hand. */
public interface TurnKeeper {
    boolean able(int target);

    /** Whether the search comes for the first time to a target that it has given this request before. */
    boolean again(int target);

    /** The next in turn of the targets that can take the request, or {@link Placement#NONE}. */
    int next();

    /** The next in turn of those of which {@code alike} says the same as of this target. */
    int next(int[] alike, int target);

    /** The target was taken, with no other to take turns with. */
    void taken(int target);
}
