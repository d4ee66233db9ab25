package roundhouse.simulation;

import java.util.Arrays;
import java.util.List;
import roundhouse.topology.Topology;

/**
 * What the screen needs at one instant. The engine's thread fills it through {@link Run#observe}, then hands it over; the screen
 * reads it and hands it back for reuse. Flat arrays, grown when needed, never shrunk. Node and link indexes are positions in the
 * lists of {@link #topology}.
 */
public final class Frame {
    /** A hop on its way out. */
    public static final byte REQUEST = 0;
    /** A reply on its way back: served well. */
    public static final byte REPLY = 1;
    /** A reply on its way back that says refused, rejected or failed. */
    public static final byte BAD_REPLY = 2;
    /** Still on its way though its client has given up waiting (either direction). */
    public static final byte ABANDONED = 3;

    public static final byte UP = 0;
    public static final byte SLOW = 1;
    public static final byte DOWN = 2;

    /** The topology as it stands at this instant. */
    public Topology topology = Topology.EMPTY;
    /** Simulated time, nanoseconds. */
    public long time;
    /** The digest of the event stream so far, and how many events that is. */
    public long digest;

    public long events;

    /** Hops in flight: how many there are, and for each the arrays below. */
    public int hops;
    /** Which link. */
    public int[] link = new int[256];
    /** How far along the link from its {@code from} end, 0 to 1; replies run from 1 to 0. */
    public float[] along = new float[256];
    /** Which request of the run, counted from 1. */
    public long[] number = new long[256];
    /** {@link #REQUEST}, {@link #REPLY}, {@link #BAD_REPLY} or {@link #ABANDONED}. */
    public byte[] kind = new byte[256];
    /** The server (node index) that takes or took the request, or -1 while nobody has picked one. */
    public int[] server = new int[256];
    /** How long ago the client sent the request, nanoseconds. */
    public long[] age = new long[256];

    /** For each node: requests there now, waiting ones included. */
    public int[] inFlight = new int[16];
    /** Requests waiting for a core. */
    public int[] queue = new int[16];
    /** Busy cores over cores, 0 to 1, averaged over the last second of simulated time. */
    public double[] utilization = new double[16];
    /** Requests that came in since the start: sent by clients, handled by balancers, received by servers. */
    public long[] arrived = new long[16];
    /** Requests that ended well since the start. */
    public long[] ok = new long[16];
    /** Requests that were refused, rejected or failed here since the start (timeouts apart). */
    public long[] bad = new long[16];

    public long[] timedOut = new long[16];
    /** Requests a second that came in, over the last second of simulated time. */
    public double[] rate = new double[16];
    /** The part of its balancers' picks since the start that this node got, 0 to 1; 0 for nodes no balancer picks. */
    public double[] share = new double[16];
    /** Latency percentiles of this node over the last second, nanoseconds: round trip for clients and balancers, stay for servers. */
    public long[] p50 = new long[16];

    public long[] p99 = new long[16];
    /** {@link #UP}, {@link #SLOW} or {@link #DOWN}. */
    public byte[] condition = new byte[16];
    /** How many times slower than normal; 1 is normal. */
    public double[] slowFactor = new double[16];
    /** When the condition began, simulated nanoseconds. */
    public long[] since = new long[16];

    /** For each link: requests a second that set out on it, over the last second of simulated time. */
    public double[] linkRate = new double[16];

    /** The run's history for the charts; the same object as long as nothing was added to it. */
    public History history = History.EMPTY;
    /** What happened so far, the newest last; the same object as long as nothing was added to it. */
    public List<Notice> transcript = List.of();

    /** One line of the transcript. */
    public record Notice(long time, String text) {}

    /**
     * Figures of all clients together in equal spans of simulated time. All arrays but {@code inFlight} have one entry a span.
     *
     * @param span nanoseconds; doubled, and pairs merged, when there would be more than 600 spans
     * @param throughput requests a second that ended well
     * @param errors requests a second that were refused, rejected or failed
     * @param timeouts requests a second that timed out
     * @param p50 latency percentiles of the requests that ended well in the span, nanoseconds
     * @param servers node ids of the first servers in the document, at most eight
     * @param inFlight per server of {@code servers}, the requests there at the end of each span
     */
    public record History(
            long span,
            double[] throughput,
            double[] errors,
            double[] timeouts,
            long[] p50,
            long[] p95,
            long[] p99,
            List<String> servers,
            int[][] inFlight) {
        public static final History EMPTY = new History(
                100_000_000,
                new double[0],
                new double[0],
                new double[0],
                new long[0],
                new long[0],
                new long[0],
                List.of(),
                new int[0][]);
    }

    /** Makes room for that many hops. */
    public void ensureHops(int count) {
        if (link.length < count) {
            int length = Math.max(count, link.length * 2);
            link = Arrays.copyOf(link, length);
            along = Arrays.copyOf(along, length);
            number = Arrays.copyOf(number, length);
            kind = Arrays.copyOf(kind, length);
            server = Arrays.copyOf(server, length);
            age = Arrays.copyOf(age, length);
        }
    }

    /** Makes room for that many nodes and links. */
    public void ensureNodes(int nodes, int links) {
        if (inFlight.length < nodes) {
            inFlight = new int[nodes];
            queue = new int[nodes];
            utilization = new double[nodes];
            arrived = new long[nodes];
            ok = new long[nodes];
            bad = new long[nodes];
            timedOut = new long[nodes];
            rate = new double[nodes];
            share = new double[nodes];
            p50 = new long[nodes];
            p99 = new long[nodes];
            condition = new byte[nodes];
            slowFactor = new double[nodes];
            since = new long[nodes];
        }
        if (linkRate.length < links) {
            linkRate = new double[links];
        }
    }
}
