package roundhouse.hashing;

/** A placement of a program that lets targets take turns where the key decides nothing. */
public interface TurnTaking extends Placement {
    /** The target for the key; {@link #owner(long)} is that of the first request after a start. */
    int owner(long keyHash, TurnKeeper turns);
}
