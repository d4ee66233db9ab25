package roundhouse.simulation.components;

/** How the node at a link's beginning sees the target at its end; as frames have it. */
public final class TargetState {
    public static final byte IN_USE = 0;
    /** Taken out by health checks. */
    public static final byte CHECKED_OUT = 1;
    /** Left out after requests that failed. */
    public static final byte FAILED_OUT = 2;
    /** Stands out among the others and was ejected. */
    public static final byte EJECTED = 3;
    /** Gets no new clients. */
    public static final byte DRAINING = 4;
    /** Came up lately and has only a part of its weight yet. */
    public static final byte WARMING = 5;
    /** A balancer of a pair whose address is at the other one. */
    public static final byte ADDRESS_ELSEWHERE = 6;
    /** The breaker of the calls over it is open: none sets out. */
    public static final byte BREAKER_OPEN = 7;
    /** The breaker of the calls over it lets a few out, to see. */
    public static final byte BREAKER_TRIES = 8;

    /** Answers of a name server do not begin with it now, though nothing is known against it. */
    public static final byte NOT_NAMED = 9;

    private TargetState() {}
}
