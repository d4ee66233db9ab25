package roundhouse.simulation;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

/**
 * A run together with commands that are still ahead of it: each is done at the very same point of the event stream at which it was given,
 * when the run gets there, unless something else is done before.
 */
public final class Replay {
    /** In place of a point in the event stream: after all events of its time. */
    public static final long AFTER_ALL = -1;

    private final Topology start;
    private final Run run;
    private final List<Run.Entry> ahead;
    private int done;

    /**
     * @param start the topology at time 0
     * @param ahead the commands to come, in order
     */
    public Replay(Topology start, List<Run.Entry> ahead) {
        this(start, ahead, Run.of(start));
    }

    /** The same, shown to somebody: the run's frames have the recent requests and keys too. */
    public static Replay shown(Topology start, List<Run.Entry> ahead) {
        return new Replay(start, ahead, Run.shown(start));
    }

    /** The same, of which the observer is told. */
    Replay(Topology start, List<Run.Entry> ahead, RunObserver observer) {
        this(start, ahead, Run.of(start, observer));
    }

    private Replay(Topology start, List<Run.Entry> ahead, Run run) {
        this.start = start;
        this.run = run;
        this.ahead = new ArrayList<>(ahead);
    }

    public Topology start() {
        return start;
    }

    public Run run() {
        return run;
    }

    public long nowNanos() {
        return run.nowNanos();
    }

    /** How many things happened so far, events and commands together: a number for every state it goes through. */
    public long position() {
        return run.events() + run.commandsGiven();
    }

    /** Every command, those still ahead included. */
    public List<Run.Entry> commands() {
        List<Run.Entry> all = new ArrayList<>(run.log());
        all.addAll(ahead.subList(done, ahead.size()));
        return List.copyOf(all);
    }

    /** Whether a command is yet to come. */
    public boolean hasAhead() {
        return done < ahead.size();
    }

    /** Does something now; what was ahead will not happen. */
    public void apply(Command command) {
        ahead.clear();
        done = 0;
        run.apply(command);
    }

    /** Makes everything up to and including that time happen, and moves the time to it. A time in the past does nothing. */
    public void runUntil(long nanos) {
        while (hasAhead() && ahead.get(done).timeNanos() <= nanos) {
            Run.Entry entry = ahead.get(done);
            run.runUntil(entry.timeNanos() - 1);
            give(entry);
        }
        run.runUntil(nanos);
    }

    /** Whether the next thing to happen is a command. */
    public boolean commandIsNext() {
        if (!hasAhead()) {
            return false;
        }
        Run.Entry entry = ahead.get(done);
        long nextNanos = run.nextEventNanos();
        return nextNanos > entry.timeNanos()
                || (nextNanos == entry.timeNanos()
                        && entry.afterEvents() != AFTER_ALL
                        && run.events() >= entry.afterEvents());
    }

    /** Makes the next thing happen, be it an event or a command given earlier; false when there is none. */
    public boolean step() {
        if (commandIsNext()) {
            give(ahead.get(done));
            return true;
        }
        return run.step();
    }

    /** Makes the next thing happen if its time is not after that one; false when there is none. */
    public boolean stepWithin(long nanos) {
        long nextNanos = commandIsNext() ? ahead.get(done).timeNanos() : run.nextEventNanos();
        return nextNanos <= nanos && step();
    }

    /** From before the entry's time to exactly the point in the event stream at which it was given, and does it. */
    private void give(Run.Entry entry) {
        if (entry.afterEvents() == AFTER_ALL) {
            run.runUntil(entry.timeNanos());
        } else {
            while (run.events() < entry.afterEvents() && run.nextEventNanos() <= entry.timeNanos()) {
                run.step();
            }
            run.advanceTo(entry.timeNanos());
        }
        run.apply(entry.command());
        done++;
    }
}
