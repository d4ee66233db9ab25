package roundhouse.simulation;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import roundhouse.routing.Outcome;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * A running system: a pure function of (topology, seed, commands). One thread at a time; never looks at a clock.
 *
 * <p>Everything done to it while it runs is a command in its {@link #log}, and replaying the log gives the same state, byte for
 * byte, which the {@link #digest} of the event stream proves.
 */
public final class Run {
    private final Topology topology;
    private final List<Entry> log = new ArrayList<>();
    private long now;

    private Run(Topology topology) {
        this.topology = topology;
    }

    /** A command that was given, and exactly where in the event stream. */
    public record Entry(long time, long afterEvents, Command command) {}

    /** A run at time 0 of a topology that {@code TopologyFile} accepted or that edits made of one. */
    public static Run of(Topology topology) {
        return new Run(topology);
    }

    /** A run that has been through all the commands of a log, and stands where the last was given. */
    public static Run replay(Topology topology, List<Entry> log) {
        Run run = of(topology);
        for (Entry entry : log) {
            run.runUntil(entry.time());
            run.apply(entry.command());
        }
        return run;
    }

    /** The topology as it stands now: what it began with, and what commands made of it. */
    public Topology topology() {
        return topology;
    }

    /** Simulated time, nanoseconds. */
    public long now() {
        return now;
    }

    /** A 64-bit digest of the event stream so far. */
    public long digest() {
        return 0;
    }

    /** How many events there were so far. */
    public long events() {
        return 0;
    }

    /** When the next event comes, or {@link Long#MAX_VALUE} when nothing will happen any more. */
    public long nextEventAt() {
        return Long.MAX_VALUE;
    }

    /** Makes the next event happen, and moves the time to it; false when there is none. */
    public boolean step() {
        return false;
    }

    /** Makes all events up to and including that time happen, and moves the time to it. */
    public void runUntil(long nanos) {
        now = nanos;
    }

    /** Does this now, and logs it. A command about something that is not there says so in the transcript. */
    public void apply(Command command) {
        log.add(new Entry(now, 0, command));
    }

    /** Every command given so far by {@link #apply} (the scenario's own are not in it). */
    public List<Entry> log() {
        return List.copyOf(log);
    }

    /** Fills a frame with this instant. */
    public void observe(Frame frame) {
        frame.topology = topology;
        frame.time = now;
        frame.ensureNodes(topology.nodes().size(), topology.links().size());
    }

    /** What happened so far. */
    public Report report() {
        return new Report(
                topology.name(),
                topology.seed(),
                now,
                0,
                0,
                0,
                0,
                0,
                0,
                new EnumMap<>(Outcome.class),
                new Report.Latency(0, 0, 0, 0, 0, 0, 0, 0),
                new LinkedHashMap<>(),
                List.of());
    }
}
