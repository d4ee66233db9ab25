package roundhouse.simulation.data;

/** Which of the requests of one place that asks for data were answered, from the start: of all, and of those that ended during a partition. */
public final class AskedTotals {
    /** What is asked. */
    public enum Kind {
        READ,
        WRITE;

        public static Kind of(boolean read) {
            return read ? READ : WRITE;
        }
    }

    private static final int KINDS = Kind.values().length;

    public final String id;
    private final long[] asked = new long[2 * KINDS];
    private final long[] answered = new long[2 * KINDS];
    private int side = -1;

    AskedTotals(String id) {
        this.id = id;
    }

    /**
     * A request has ended.
     *
     * @param well whether it was answered
     * @param parted whether there is a partition
     * @param onSide the number of the side that the place is on then; -1 for none
     */
    public void ended(boolean read, boolean well, boolean parted, int onSide) {
        count(Kind.of(read).ordinal(), well);
        if (parted) {
            side = onSide;
            count(KINDS + Kind.of(read).ordinal(), well);
        }
    }

    private void count(int at, boolean well) {
        asked[at]++;
        answered[at] += well ? 1 : 0;
    }

    /** How many have ended. */
    public long asked(Kind kind, boolean parted) {
        return asked[(parted ? KINDS : 0) + kind.ordinal()];
    }

    /** How many of them were answered. */
    public long answered(Kind kind, boolean parted) {
        return answered[(parted ? KINDS : 0) + kind.ordinal()];
    }

    /** The number of the side of the newest partition during which something ended; -1 for none. */
    public int side() {
        return side;
    }
}
