package roundhouse.storage.replication;

/** A place in the one log of a store, and with it all before. */
public record LogPosition(int term, long index) implements Seen {
    @Override
    public Seen and(Seen other) {
        return other instanceof LogPosition position && position.isAfter(this) ? other : this;
    }

    private boolean isAfter(LogPosition other) {
        return term != other.term ? term > other.term : index > other.index;
    }

    /** The index up to where a log must be applied to show something; 0 for what is in no log. */
    public static long index(Seen seen) {
        return seen instanceof LogPosition position ? position.index : 0;
    }
}
