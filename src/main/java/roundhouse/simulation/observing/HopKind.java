package roundhouse.simulation.observing;

/** What a hop of a {@link Frame} is. Bytes, for a frame has one for each of very many. */
public final class HopKind {
    /** A hop on its way out. */
    public static final byte REQUEST = 0;
    /** A reply on its way back: served well. */
    public static final byte REPLY = 1;
    /** A reply on its way back that says refused, rejected or failed. */
    public static final byte BAD_REPLY = 2;
    /** Still on its way though its client has given up waiting (either direction). */
    public static final byte ABANDONED = 3;

    /** A health check on its way to a target, and its answer. */
    public static final byte CHECK = 4;

    public static final byte CHECK_REPLY = 5;
    /** A heartbeat of one balancer to the other; runs from 1 to 0 when it comes from the link's end. */
    public static final byte HEARTBEAT = 6;

    /** Lost, though its client waits for it still. Not among the hops of a run, which are under way, but of {@link Frame#hangs}. */
    public static final byte HANGING = 7;

    /** The same when its client has just given up waiting. */
    public static final byte GIVEN_UP = 8;

    /** A message to a cache that something was written; nobody answers. */
    public static final byte MESSAGE = 9;
    /** What a member of a store tells another one. */
    public static final byte MEMBER = 12;

    /** A question where a name lives on its way to who knows, and its answer. */
    public static final byte LOOKUP = 10;

    public static final byte LOOKUP_REPLY = 11;

    /** Such a message where it was lost. */
    public static final byte LOST_MESSAGE = 13;

    /** A reply on its way back that says that a limit turned the request away. */
    public static final byte TURNED_AWAY = 14;

    private HopKind() {}
}
