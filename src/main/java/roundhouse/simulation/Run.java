package roundhouse.simulation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.RequestListener;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.observing.CacheLook;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.FrameWriter;
import roundhouse.simulation.observing.RecentFigures;
import roundhouse.simulation.observing.RecentRequestsObserver;
import roundhouse.simulation.observing.Report;
import roundhouse.simulation.observing.Reporter;
import roundhouse.simulation.observing.RunSampler;
import roundhouse.simulation.observing.expecting.Expectations;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.scaling.ServerGroups;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.storage.history.OperationHistory;
import roundhouse.topology.Command;
import roundhouse.topology.NodeTitles;
import roundhouse.topology.Topology;

/**
 * A running system: a pure function of (topology, seed, commands). One thread at a time; never looks at a clock.
 *
 * <p>Everything done to it while it runs is a command in its {@link #log}, and replaying the log gives the same state, byte for
 * byte, which the {@link #digest} of the event stream proves.
 */
public final class Run {
    private final long seed;
    private final RunContext context;
    private final Network network;
    private final RunSampler timeline;
    private final CommandExecutor commands;
    private final FrameWriter frames;
    private final Reporter reporter;
    private final RecentFigures recent;
    private final CommandLog log = new CommandLog(CommandLog.MOST_WORDS);

    private Run(Topology topology, RunObserver observer, RecentFigures recent, @Nullable Outside outside) {
        seed = topology.seed();
        context = new RunContext(seed, observer, outside);
        observer.begins(context);
        network = new Network(context);
        Expectations expectations = new Expectations(context, network);
        timeline = new RunSampler(context, network, expectations, !recent.equals(RecentFigures.NONE));
        Scenario scenario = new Scenario(context.kernel);
        ServerGroups groups = new ServerGroups(context, network);
        commands = new CommandExecutor(context, network, scenario, timeline, groups);
        scenario.interpreter(commands::apply);
        frames = new FrameWriter(context, network, timeline, expectations, recent);
        this.recent = recent;
        reporter = new Reporter(context, network, timeline, expectations);
        scenario.become(topology.scenario());
        commands.begin(topology);
    }

    /**
     * A command that was given, and exactly where in the event stream: after {@code afterEvents} events, when the clock stood at
     * {@code timeNanos} nanoseconds.
     */
    public record Entry(long timeNanos, long afterEvents, Command command) {}

    /** A run at time 0 of a topology that {@code TopologyFile} accepted or that edits made of one. */
    public static Run of(Topology topology) {
        return of(topology, RunObserver.NONE);
    }

    /** The same run, shown to somebody: its frames have the recent requests and keys too. */
    public static Run shown(Topology topology) {
        RecentRequestsObserver recent = new RecentRequestsObserver();
        return new Run(topology, recent, recent, null);
    }

    /**
     * The same system with real clients and real servers: requests begin when {@link #traffic} says so, and servers work outside. It is
     * shown, too. With what it was told at the same times, it is the same run again.
     */
    public static Run driven(Topology topology, Outside outside, RecentRequestsObserver recent) {
        return new Run(topology, recent, recent, outside);
    }

    /** What a {@link #driven} run is told of what happens outside. */
    public RealTraffic traffic() {
        return new RealTraffic(network);
    }

    /** The same run, of which the observer is told. */
    public static Run of(Topology topology, RunObserver observer) {
        return new Run(topology, observer, RecentFigures.NONE, null);
    }

    /** The topology as it stands now: what it began with, and what commands made of it. The seed stays that of the beginning. */
    public Topology topology() {
        return network.document();
    }

    /** Simulated time, nanoseconds. */
    public long nowNanos() {
        return context.kernel.nowNanos();
    }

    /** A 64-bit digest of the event stream so far. */
    public long digest() {
        return context.kernel.digest();
    }

    /** How many events there were so far. */
    public long events() {
        return context.kernel.events();
    }

    /** What the newest event happened to: a node's id, a link as {@code a→b}; empty before the first. */
    public String lastEvent() {
        return context.kernel.lastEvent();
    }

    /** When the next event comes, or {@link Long#MAX_VALUE} when nothing will happen any more. */
    public long nextEventNanos() {
        return context.kernel.nextEventNanos();
    }

    /** Makes the next event happen, and moves the time to it; false when there is none. */
    public boolean step() {
        return context.kernel.step();
    }

    /** Makes all events up to and including that time happen, and moves the time to it. A time in the past does nothing. */
    public void runUntil(long nanos) {
        context.kernel.runUntil(nanos);
    }

    /** The same, unless somebody stops it, as they are asked every few thousand events; whether it got to that time. */
    public boolean runUntil(long nanos, BooleanSupplier stopped) {
        return context.kernel.runUntil(nanos, stopped);
    }

    /** Moves the time on to that one, which must not be beyond the next event. */
    void advanceTo(long nanos) {
        context.kernel.advanceTo(nanos);
    }

    /** How many requests clients have begun. */
    public long requests() {
        return context.totals.requests;
    }

    /** Does this now, and logs it. A command about something that is not there says so in the transcript. */
    public void apply(Command command) {
        if (log.add(new Entry(nowNanos(), events(), command))) {
            context.transcript.say("the log of commands is full: the run can be gone back to, and saved, up to here");
        }
        commands.apply(command);
    }

    /** The commands given so far by {@link #apply} (the scenario's own are not in it), as far as {@link CommandLog} has room. */
    public List<Entry> log() {
        return log.entries();
    }

    /** How many commands were given so far by {@link #apply}. */
    public long commandsGiven() {
        return log.given();
    }

    /** What the replicated stores were asked and answered so far, by their ids; those that were asked nothing left out. */
    public SequencedMap<String, OperationHistory> histories() {
        SequencedMap<String, OperationHistory> histories = new LinkedHashMap<>();
        context.histories.all().forEach((id, history) -> {
            if (history.size() > 0) {
                histories.put(id, history.history());
            }
        });
        return histories;
    }

    /** Tells the listener of every request that ends from now on. Has no part in the run. */
    public void listen(RequestListener listener) {
        context.requests = listener;
    }

    /** What happened so far, in words, of very many lines the first and the newest; the same object as long as nothing was added. */
    public List<TranscriptLine> notices() {
        return context.transcript.all();
    }

    /**
     * From now on frames of a run that is {@link #shown} follow one request of so many, 1 or more, and one check or heartbeat of so many.
     * Which ones is settled by their numbers. Leaves the run as it was.
     */
    public void sample(long requests, long others) {
        recent.sample(requests, others);
    }

    /** Fills a frame with this instant. Leaves the run as it was. */
    public void observe(Frame frame) {
        frames.write(frame);
        frame.document = commands.document();
    }

    /** Adds to a frame what a cache holds at this instant. Leaves the run as it was. */
    public void look(CacheLook at, Frame frame) {
        at.write(network, frame.cache);
    }

    /** What its nodes are called in what is told of them, those that are gone too. */
    public NodeTitles titles() {
        return context.titles;
    }

    /** What happened so far. Leaves the run as it was. */
    public Report report() {
        return reporter.report(seed);
    }
}
