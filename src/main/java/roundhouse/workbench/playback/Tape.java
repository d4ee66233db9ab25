package roundhouse.workbench.playback;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * A run together with the commands that are still ahead of it: after rewinding, everything done later is done again at the very
 * same point of the event stream as time comes by, until something else is done in the past.
 */
final class Tape {
    /** In place of a point in the event stream: after all events of its time. */
    private static final long AFTER_ALL = -1;

    private static final long LONGEST_SLICE = 3_600_000_000_000L;
    private static final long SHORT = 1_000_000;
    private static final long LONG = 3_000_000;

    private final Topology start;
    private final Run run;
    private final LongSupplier clock;
    private final List<Run.Entry> ahead;
    private int done;
    /** Simulated time that takes one to three milliseconds to run, so that nobody waits long for the engine's attention. */
    private long slice = 100_000;

    /**
     * @param start the topology at time 0
     * @param ahead the commands to come, in order
     * @param clock real time, nanoseconds
     */
    Tape(Topology start, List<Run.Entry> ahead, LongSupplier clock) {
        this.start = start;
        this.run = Run.of(start);
        this.ahead = new ArrayList<>(ahead);
        this.clock = clock;
    }

    Topology start() {
        return start;
    }

    Run run() {
        return run;
    }

    long now() {
        return run.now();
    }

    /** Nothing has happened yet. */
    boolean untouched() {
        return run.now() == 0 && run.events() == 0 && run.log().isEmpty();
    }

    /** Every command, those still ahead included. */
    List<Run.Entry> commands() {
        List<Run.Entry> all = new ArrayList<>(run.log());
        all.addAll(ahead.subList(done, ahead.size()));
        return List.copyOf(all);
    }

    /** The same from the start. */
    Tape rewound() {
        return new Tape(start, commands(), clock);
    }

    /**
     * The same commands at the same times in a run that started otherwise. Their points in the event stream are not the same any
     * more, so each comes after all events of its time.
     */
    Tape rewound(Topology otherStart) {
        List<Run.Entry> entries = commands().stream()
                .map(entry -> new Run.Entry(entry.time(), AFTER_ALL, restarted(entry.command(), otherStart)))
                .toList();
        return new Tape(otherStart, entries, clock);
    }

    private static Command restarted(Command command, Topology start) {
        return command instanceof Command.Revise revise
                ? new Command.Revise(
                        revise.topology().withScenario(start.scenario()).withWarmUp(start.warmUp()))
                : command;
    }

    /** Does something now; what was ahead will not happen. */
    void apply(Command command) {
        ahead.clear();
        done = 0;
        run.apply(command);
    }

    /** Whether something was done in the run that is being played again and is yet to come. */
    boolean hasAhead() {
        return done < ahead.size();
    }

    /** Goes on to that time, but stops when the clock passes the deadline; whether it got there. */
    boolean advance(long target, long deadline) {
        while (hasAhead() && ahead.get(done).time() <= target) {
            Run.Entry entry = ahead.get(done);
            if (!runTo(entry.time() - 1, deadline)) {
                return false;
            }
            finishInstant(entry);
            run.apply(entry.command());
            done++;
        }
        return runTo(target, deadline);
    }

    /** Makes the next thing happen, be it an event or a command given earlier; false when there is none. */
    boolean step() {
        if (hasAhead()) {
            Run.Entry entry = ahead.get(done);
            if (run.nextEventAt() > entry.time()
                    || (entry.afterEvents() != AFTER_ALL && run.events() >= entry.afterEvents())) {
                finishInstant(entry);
                run.apply(entry.command());
                done++;
                return true;
            }
        }
        return run.step();
    }

    /** From before the entry's time to exactly the point in the event stream at which it was given. */
    private void finishInstant(Run.Entry entry) {
        while (run.events() < entry.afterEvents() && run.nextEventAt() <= entry.time()) {
            run.step();
        }
        if (run.now() < entry.time()) {
            run.runUntil(entry.time());
        }
    }

    private boolean runTo(long target, long deadline) {
        while (run.now() < target) {
            long began = clock.getAsLong();
            if (began > deadline) {
                return false;
            }
            run.runUntil(Math.min(target, run.now() + slice));
            long took = clock.getAsLong() - began;
            if (took > LONG) {
                slice = Math.max(1, slice / 2);
            } else if (took < SHORT) {
                slice = Math.min(LONGEST_SLICE, slice * 2);
            }
        }
        return true;
    }
}
