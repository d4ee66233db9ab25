package roundhouse.simulation.components;

/** Parts that a node may play in a pair that shares an address; as frames have them. */
public final class PairRole {
    public static final byte ALONE = 0;
    public static final byte ACTIVE = 1;
    public static final byte STANDBY = 2;

    private PairRole() {}
}
