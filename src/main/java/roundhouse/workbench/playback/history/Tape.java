package roundhouse.workbench.playback.history;

import java.util.List;
import java.util.function.LongSupplier;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * A run together with the commands that are still ahead of it, played in slices of a few milliseconds: after rewinding, everything
 * done later is done again at the very same point of the event stream as time comes by, until something else is done in the past.
 */
public final class Tape {
    private static final long LONGEST_SLICE_NANOS = 3_600_000_000_000L;
    private static final long SHORT_NANOS = 1_000_000;
    private static final long LONG_NANOS = 3_000_000;
    /** Things that happen between two looks at the clock. */
    private static final int STEPS = 1_000;

    private final Replay replay;
    private final LongSupplier clock;
    private long knownNanos;
    private List<TranscriptLine> knownNotices;
    /** Simulated time that takes one to three milliseconds to run, so that nobody waits long for the engine's attention. */
    private long sliceNanos = 100_000;

    /**
     * @param start the topology at time 0
     * @param ahead the commands to come, in order
     * @param knownNanos how far this has been played before, simulated nanoseconds
     * @param knownNotices what happened up to there, in words
     * @param clock real time, nanoseconds
     */
    public Tape(
            Topology start,
            List<Run.Entry> ahead,
            long knownNanos,
            List<TranscriptLine> knownNotices,
            LongSupplier clock) {
        replay = Replay.shown(start, ahead);
        this.knownNanos = knownNanos;
        this.knownNotices = knownNotices;
        this.clock = clock;
    }

    public Topology start() {
        return replay.start();
    }

    public Run run() {
        return replay.run();
    }

    public long nowNanos() {
        return replay.nowNanos();
    }

    public long position() {
        return replay.position();
    }

    /** The furthest point reached so far. */
    public long furthestNanos() {
        return Math.max(knownNanos, nowNanos());
    }

    /** What happened up to the furthest point, in words. */
    public List<TranscriptLine> notices() {
        return nowNanos() < knownNanos ? knownNotices : run().notices();
    }

    /** Whether it stands before the furthest point reached, so that something done now is done in the past. */
    boolean isInThePast() {
        return nowNanos() < knownNanos || replay.hasAhead();
    }

    /** Nothing has happened yet. */
    boolean untouched() {
        return furthestNanos() == 0 && run().events() == 0 && commands().isEmpty();
    }

    /** Every command, those still ahead included. */
    public List<Run.Entry> commands() {
        return replay.commands();
    }

    /** The same from the start. */
    public Tape rewound() {
        return new Tape(start(), commands(), furthestNanos(), notices(), clock);
    }

    /**
     * The same commands at the same times in a run that started otherwise. Their points in the event stream are not the same any
     * more, so each comes after all events of its time.
     */
    public Tape rewound(Topology otherStart) {
        List<Run.Entry> entries = commands().stream()
                .map(entry ->
                        new Run.Entry(entry.timeNanos(), Replay.AFTER_ALL, restarted(entry.command(), otherStart)))
                .toList();
        return new Tape(otherStart, entries, 0, List.of(), clock);
    }

    private static Command restarted(Command command, Topology start) {
        return command instanceof Command.Revise revise
                ? new Command.Revise(
                        revise.topology().withScenario(start.scenario()).withWarmUp(start.warmUp()))
                : command;
    }

    /** Does something now; what was ahead will not happen. */
    public void apply(Command command) {
        knownNanos = 0;
        knownNotices = List.of();
        replay.apply(command);
    }

    /** Goes on to that time, but stops when the clock passes the deadline; whether it got there. */
    public boolean advance(long targetNanos, long deadlineNanos) {
        while (nowNanos() < targetNanos) {
            long beganNanos = clock.getAsLong();
            if (beganNanos > deadlineNanos) {
                return false;
            }
            replay.runUntil(Math.min(targetNanos, nowNanos() + sliceNanos));
            long tookNanos = clock.getAsLong() - beganNanos;
            if (tookNanos > LONG_NANOS) {
                sliceNanos = Math.max(1, sliceNanos / 2);
            } else if (tookNanos < SHORT_NANOS) {
                sliceNanos = Math.min(LONGEST_SLICE_NANOS, sliceNanos * 2);
            }
        }
        return true;
    }

    /** Goes on until so many things have happened, but stops when the clock passes the deadline; whether it got there. */
    public boolean advanceTo(long position, long deadlineNanos) {
        while (position() < position) {
            if (clock.getAsLong() > deadlineNanos) {
                return false;
            }
            for (int i = 0; i < STEPS && position() < position; i++) {
                if (!replay.step()) {
                    return true;
                }
            }
        }
        return true;
    }

    /** Makes the next thing happen, be it an event or a command given earlier. */
    public void step() {
        replay.step();
    }
}
