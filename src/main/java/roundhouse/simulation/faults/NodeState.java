package roundhouse.simulation.faults;

/** Conditions of a node, of several the worst; as frames have them. */
public final class NodeState {
    public static final byte UP = 0;
    public static final byte SLOW = 1;
    public static final byte DOWN = 2;
    public static final byte PAUSED = 3;
    /** Up, but answers some requests with errors. */
    public static final byte FAULTY = 4;

    private NodeState() {}
}
