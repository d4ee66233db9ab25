package roundhouse.simulation.observing;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.CacheContents;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.components.TargetState;
import roundhouse.simulation.engine.Errand;
import roundhouse.simulation.faults.LinkState;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.guarding.GuardReport;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.observing.groups.GroupReport;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.stores.AvailabilityReport;
import roundhouse.simulation.observing.stores.PartitionReport;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.CrashMode;
import roundhouse.topology.Topology;

/**
 * What the screen needs at one instant. The engine's thread fills it through {@code Run.observe}, then hands it over; the screen
 * reads it and hands it back for reuse. Flat arrays, grown when needed, never shrunk. Node and link indexes are positions in the
 * lists of {@link #topology}.
 */
public final class Frame {
    /** More hanging requests than this are counted, but not listed. */
    public static final int MOST_HANGS = 256;

    /** The topology as it stands at this instant; figures of a node that stands for several are those of all together. */
    public Topology topology = Topology.EMPTY;
    /** The topology that people have before them as far as the run knows: what it began with, or what an edit made of that. */
    public Topology document = Topology.EMPTY;
    /** It shows real traffic, in place of a run that is played; written by who shows it. */
    public boolean live;
    /** Simulated time, nanoseconds. */
    public long timeNanos;
    /** The digest of the event stream so far, and how many events that is. */
    public long digest;

    public long events;

    /** Hops in flight: how many there are, and for each the arrays below. */
    public int hops;
    /** Which link. */
    public int[] link = new int[256];
    /** How far along the link from its {@code from} end, 0 to 1; replies run from 1 to 0. */
    public float[] along = new float[256];
    /** Which request of the run, counted from 1; 0 for what is no client's request. */
    public long[] number = new long[256];
    /** What it is, one of {@link HopKind}; heartbeats and messages have no {@link #server}. */
    public byte[] kind = new byte[256];
    /** What it is about, one of {@link Errand}. */
    public byte[] errand = new byte[256];
    /** The server (node index) that takes or took the request, or -1 while nobody has picked one. */
    public int[] server = new int[256];
    /** How long ago the client sent the request, nanoseconds. */
    public long[] ageNanos = new long[256];
    /** Which of {@link #members} the link begins at, and which it ends at; -1 where that is a node that stands for itself alone. */
    public int[] fromMember = new int[256];

    public int[] toMember = new int[256];

    /** What it says of data. */
    public final DataFrame data = new DataFrame();

    /** Which nodes cannot reach which, and what stores still do. */
    public PartitionReport partition = PartitionReport.NONE;

    /** The replicated stores and how their members stand. */
    public List<StoreReport> stores = List.of();

    /** Which of each client's requests were answered; empty without such stores. */
    public List<AvailabilityReport> availability = List.of();
    /** What became of lookups, by the id of the node that answers for the name; empty where none does. */
    public Map<String, NamingReport> naming = Map.of();
    /** What limits did, by the id of the node that has them; empty where none has any. */
    public Map<String, GuardReport> guards = Map.of();

    /** What became of groups of servers, by id. */
    public Map<String, GroupReport> groups = Map.of();

    /** What the cache holds into which somebody looks. */
    public final CacheContents cache = new CacheContents();

    /** Those that a node of {@link #topology} stands for; empty where none stands for several. */
    public List<Member> members = List.of();

    /**
     * One of several that are one node to the topology.
     *
     * @param node the place of that node in the topology
     * @param condition one of {@link NodeState}
     * @param utilization 0 to 1, over the last second
     * @param rate requests a second that came in, over the last second
     */
    public record Member(
            int node, String id, byte condition, int inFlight, int queue, double utilization, double rate) {}

    /** Requests that were lost and that somebody waits for still: how many are listed, and for each the arrays below. */
    public int hangs;
    /** The link beyond which it was lost. */
    public int[] hangLink = new int[MOST_HANGS];
    /** Which request of the run, counted from 1. */
    public long[] hangNumber = new long[MOST_HANGS];
    /** Whose journey it is, as {@link JourneySteps} has it. */
    public long[] hangJourney = new long[MOST_HANGS];
    /** How long ago the client sent it, nanoseconds. */
    public long[] hangAgeNanos = new long[MOST_HANGS];

    /** For each node: requests there now, waiting ones included. */
    public int[] inFlight = new int[16];
    /** Requests that were sent there and lost, and that their senders wait for still. */
    public int[] hanging = new int[16];
    /** Requests waiting for a core, and health checks that do so among them. */
    public int[] queue = new int[16];
    /** Requests that wait for calls that were made for them, and hold a worker. */
    public int[] inCalls = new int[16];
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
    public long[] p50Nanos = new long[16];

    public long[] p99Nanos = new long[16];
    /** One of {@link NodeState}. */
    public byte[] condition = new byte[16];
    /** How many times slower than normal; 1 is normal. */
    public double[] slowFactor = new double[16];
    /** When the condition began, simulated nanoseconds. */
    public long[] sinceNanos = new long[16];
    /** How it is down; null while it is up. */
    public @Nullable CrashMode[] crash = new CrashMode[16];
    /** The part of requests that get an error, 0 to 1. */
    public double[] errorRate = new double[16];
    /** Those are health checks, and requests are served. */
    public boolean[] checksOnly = new boolean[16];
    /** What it costs an hour as things are; not a number without a price. */
    public double[] cost = new double[16];
    /** One of {@link PairRole}. */
    public byte[] role = new byte[16];
    /** It sends a retry storm, or is overwhelmed by one. */
    public boolean[] storm = new boolean[16];
    /** Sessions whose state a server holds, those it lost by crashing, and requests of sessions whose state it had not. */
    public int[] sessions = new int[16];

    public long[] sessionsLost = new long[16];
    public long[] sessionsMissed = new long[16];
    /** Memory that the sessions held take, bytes. */
    public long[] sessionBytes = new long[16];

    /**
     * Of what a balancer that stands in a zone sent on over the last second, the part that stayed there, 0 to 1; below 0 for others,
     * and without requests.
     */
    public double[] keptInZone = new double[16];
    /** How a balancer regards zones: "keeps all", "spills over", "disregards zones"; empty where it does not. */
    public String[] zoneMode = empty(16);

    /** For each link: requests a second that set out on it, over the last second of simulated time. */
    public double[] linkRate = new double[16];
    /** The part of the picks of the balancer it begins at that went over it, since the start, 0 to 1. */
    public double[] linkShare = new double[16];
    /** One of {@link LinkState}, and since when. */
    public byte[] linkCondition = new byte[16];

    public long[] linkSinceNanos = new long[16];
    /** How much longer everything takes, nanoseconds, without the jitter. */
    public long[] linkDelayNanos = new long[16];
    /** By how much more at most, by chance, nanoseconds. */
    public long[] linkJitterNanos = new long[16];
    /** The part of what sets out that is lost, 0 to 1. */
    public double[] linkLoss = new double[16];
    /** One of {@link TargetState}, and since when. */
    public byte[] target = new byte[16];

    public long[] targetSinceNanos = new long[16];

    /** The run's history for the charts; the same object as long as nothing was added to it. */
    public RunHistory history = RunHistory.EMPTY;
    /** What all nodes cost an hour as things are; not a number where none has a price. */
    public double costPerHour = Double.NaN;
    /** What a million requests cost so far; not a number where no node has a price, or before the first. */
    public double costPerMillion = Double.NaN;
    /** What the topology expects, as things stand. */
    public List<Verdict> verdicts = List.of();
    /**
     * What happened so far, the newest last, of very many lines the first and the newest; the same object as long as nothing was added
     * to it. At the very end of the topology's duration also what is still wrong then.
     */
    public List<TranscriptLine> transcript = List.of();

    /** What became of a sample of requests of late, step by step, of a run that is shown. */
    public final JourneySteps journeys = new JourneySteps();

    /**
     * Some of the requests that ended so far, of a run that is shown; the same object as long as none was
     * added.
     */
    public RequestLog requests = RequestLog.EMPTY;

    /** The pools that are routed by key; the same objects as long as nothing about them changed. */
    public List<KeyedPool> keyedPools = List.of();

    /**
     * The keys of the last requests that clients of a shown run began, the newest last: how many there are, and
     * for each the arrays below.
     */
    public int keys;

    public long[] key = {};
    /** The clients (node index) that asked for it, or -1 when they are gone. */
    public int[] keyClients = {};

    private static String[] empty(int length) {
        String[] texts = new String[length];
        Arrays.fill(texts, "");
        return texts;
    }

    /** Makes room for that many hops. */
    public void ensureHops(int count) {
        if (link.length < count) {
            int length = Math.max(count, link.length * 2);
            link = Arrays.copyOf(link, length);
            along = Arrays.copyOf(along, length);
            number = Arrays.copyOf(number, length);
            kind = Arrays.copyOf(kind, length);
            errand = Arrays.copyOf(errand, length);
            server = Arrays.copyOf(server, length);
            ageNanos = Arrays.copyOf(ageNanos, length);
            fromMember = Arrays.copyOf(fromMember, length);
            toMember = Arrays.copyOf(toMember, length);
        }
    }

    /** Makes room for that many nodes and links. */
    public void ensureNodes(int nodes, int links) {
        if (inFlight.length < nodes) {
            inFlight = new int[nodes];
            hanging = new int[nodes];
            queue = new int[nodes];
            inCalls = new int[nodes];
            utilization = new double[nodes];
            arrived = new long[nodes];
            ok = new long[nodes];
            bad = new long[nodes];
            timedOut = new long[nodes];
            rate = new double[nodes];
            share = new double[nodes];
            p50Nanos = new long[nodes];
            p99Nanos = new long[nodes];
            condition = new byte[nodes];
            slowFactor = new double[nodes];
            sinceNanos = new long[nodes];
            crash = new CrashMode[nodes];
            errorRate = new double[nodes];
            checksOnly = new boolean[nodes];
            cost = new double[nodes];
            role = new byte[nodes];
            storm = new boolean[nodes];
            sessions = new int[nodes];
            sessionsLost = new long[nodes];
            sessionsMissed = new long[nodes];
            sessionBytes = new long[nodes];
            keptInZone = new double[nodes];
            zoneMode = empty(nodes);
        }
        if (linkRate.length < links) {
            linkRate = new double[links];
            linkShare = new double[links];
            linkCondition = new byte[links];
            linkSinceNanos = new long[links];
            linkDelayNanos = new long[links];
            linkJitterNanos = new long[links];
            linkLoss = new double[links];
            target = new byte[links];
            targetSinceNanos = new long[links];
        }
    }
}
