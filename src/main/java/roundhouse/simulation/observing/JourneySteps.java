package roundhouse.simulation.observing;

import roundhouse.kernel.Mix;

/**
 * What became of a sample of requests, checks and heartbeats of late, a step each, the newest last. Which are in the sample is settled by
 * their numbers alone: one followed as one of a hundred is also followed as one of ten. Part of a {@link Frame}.
 */
public final class JourneySteps {
    /** It sets out on a link. */
    public static final byte DEPARTS = 0;
    /** It was lost: no reply will come. */
    public static final byte LOST = 1;
    /** Whoever sent it waits for it no longer. */
    public static final byte GIVEN_UP = 2;

    /** Steps that are kept. A power of two. */
    public static final int KEPT = 4_096;

    /** Whether a sample of one of so many has the one with that number. */
    public static boolean has(long oneIn, long number) {
        return Mix.mix(number) >>> 1 <= Long.MAX_VALUE / oneIn;
    }

    /** One request of so many is followed, and one check or heartbeat of so many. */
    public long requestsOneIn = 1;

    public long othersOneIn = 1;
    /** Requests that clients began so far, and checks, heartbeats and all else that is no client's sent. */
    public long requests;

    public long others;
    /** How many steps there were before the first one here. */
    public long before;

    /** How many steps are here, and for each the arrays below. */
    public int count;

    public final byte[] what = new byte[KEPT];
    /** Whose step it is: the same for an attempt and the parts of it that a balancer sends to one target after the other. */
    public final long[] journey = new long[KEPT];
    /** Which request of the run, counted from 1; 0 for what is no client's request. */
    public final long[] number = new long[KEPT];
    /** When, simulated nanoseconds; for what is still to set out, when it will. */
    public final long[] timeNanos = new long[KEPT];
    /** For a departure the link, or -1 when that is gone; and whether it runs from the link's end back. */
    public final int[] link = new int[KEPT];

    public final boolean[] back = new boolean[KEPT];
    /** For a departure which of {@link Frame#members} the link begins at, and which it ends at; -1 for none. */
    public final int[] fromMember = new int[KEPT];

    public final int[] toMember = new int[KEPT];
    /** Whether its journey ends with this link. */
    public final boolean[] last = new boolean[KEPT];
    /** What it is, as {@link Frame#kind} has it. */
    public final byte[] kind = new byte[KEPT];
    /** What it is about, as {@link Frame#errand} has it. */
    public final byte[] errand = new byte[KEPT];
    /** The server (node index) that takes or took it, or -1 while nobody has picked one. */
    public final int[] server = new int[KEPT];
    /** How long the link takes, nanoseconds. */
    public final long[] takesNanos = new long[KEPT];
    /** After what part of the link it will be lost, 0 to 1; 1 when it gets to its end. */
    public final float[] lostAfter = new float[KEPT];
    /** How long before the client sent it, nanoseconds. */
    public final long[] ageNanos = new long[KEPT];
}
