package roundhouse.workbench.playback.history;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;

/**
 * The future that is played, the futures kept beside it, and the seek that is under way to another moment or into another future. Until a seek arrives, everything else is as it was before. The engine's thread has it.
 */
public final class History {
    /** Real time after which a seek tells its progress. */
    private static final long PATIENCE_NANOS = 1_000_000_000;

    private final LongSupplier clock;
    private Tape tape;
    private Futures futures = new Futures();
    private Future active;
    private int switches;
    private @Nullable Seek seek;
    private long seekTookNanos;

    /**
     * @param keep whether giving it up leaves the run where the seek has got to, rather than where it was before
     * @param becoming the future that becomes the active one on arrival
     */
    private record Seek(
            Tape tape,
            Goal goal,
            long beganNanos,
            boolean keep,
            @Nullable Future becoming) {}

    /** @param clock real time, nanoseconds */
    public History(Topology topology, LongSupplier clock) {
        this.clock = clock;
        tape = new Tape(topology, List.of(), 0, List.of(), clock);
        active = futures.active(tape);
    }

    /** Another run, with no other future. */
    public void begin(Topology topology) {
        open(topology, List.of(), 0);
    }

    /** Another run, at its beginning, with everything that was done in it up to then still to come. */
    public void open(Topology start, List<Run.Entry> log, long untilNanos) {
        seek = null;
        futures = new Futures();
        tape = new Tape(start, log, untilNanos, List.of(), clock);
    }

    /** From time 0 with nothing done; the other futures stay. */
    public void beginAgain(Topology topology) {
        seek = null;
        tape = new Tape(topology, List.of(), 0, List.of(), clock);
    }

    /** Back to time 0. What was played is kept if something else is going to be. */
    public void restart(Topology topology) {
        Future before = futures.active(tape);
        beginAgain(topology);
        branch(before, tape, text("playback.restart-at", FigureText.clock(before.furthestNanos())));
    }

    /** Plays the same again up to now with another scenario; if that changes what was played already, it is another future. */
    public void replay(String label, Topology next) {
        Future before = futures.active(tape);
        Tape other = tape.rewound(next);
        long partingNanos = branch(before, other, label);
        if (partingNanos >= tape.furthestNanos()) {
            other = new Tape(next, other.commands(), tape.furthestNanos(), tape.notices(), clock);
        }
        seek = new Seek(other, new Goal.Time(0, tape.nowNanos()), clock.getAsLong(), true, null);
    }

    /** Another tape takes the active one's place. If they part where it was played already, the active one is kept. */
    private long branch(Future before, Tape other, String name) {
        Future after = futures.active(other);
        long partingNanos = before.partingNanos(after);
        if (partingNanos < before.furthestNanos()) {
            futures.like(after)
                    .ifPresentOrElse(
                            known -> futures.become(known, before), () -> futures.fork(before, name, partingNanos));
        }
        return partingNanos;
    }

    /** Does something now. After rewinding, what was done later is kept as another future. */
    public void apply(Command command, String name) {
        if (tape.isInThePast()) {
            futures.fork(futures.active(tape), name, tape.nowNanos());
        } else {
            futures.changed(name, tape.nowNanos());
        }
        tape.apply(command);
    }

    /** Goes to the same time in a future that was kept. */
    public void goTo(int number) {
        futures.find(number).ifPresent(future -> {
            Tape other = new Tape(future.start(), future.commands(), future.furthestNanos(), List.of(), clock);
            seek = new Seek(other, new Goal.Time(0, tape.nowNanos()), clock.getAsLong(), false, future);
        });
    }

    /** Forgets a future that was kept. */
    public void remove(int number) {
        futures.remove(number);
        if (seek != null && seek.becoming() != null && seek.becoming().number() == number) {
            seek = null;
        }
    }

    /** Makes the next event or command happen. */
    public void nextEvent() {
        tape.step();
    }

    /** Goes to just before the newest event or command. */
    public void previousEvent() {
        Goal before = new Goal.Position(tape.position() - 1);
        if (tape.position() == 0 || tape.nowNanos() > tape.furthestNanos()) {
            before = new Goal.Time(0, tape.position() == 0 ? 0 : tape.furthestNanos());
        }
        seek = new Seek(tape.rewound(), before, clock.getAsLong(), false, null);
    }

    /** Moves by that much simulated time from where it is or is going to, back if negative. */
    public void step(long nanos) {
        seekTo((seek != null && seek.goal() instanceof Goal.Time(long _, long toNanos) ? toNanos : tape.nowNanos())
                + nanos);
    }

    /** Goes to a simulated time, past or future; a seek that is under way is turned to it. */
    public void seekTo(long askedNanos) {
        Tape from = seek == null ? tape : seek.tape();
        // Back it goes by replay, which the end of a full log bounds.
        long targetNanos =
                Math.max(0, askedNanos < from.nowNanos() ? Math.min(askedNanos, from.furthestNanos()) : askedNanos);
        boolean keep = seek != null && seek.keep();
        Future becoming = seek == null ? null : seek.becoming();
        seek = targetNanos >= from.nowNanos()
                ? new Seek(from, new Goal.Time(from.nowNanos(), targetNanos), clock.getAsLong(), keep, becoming)
                : new Seek(from.rewound(), new Goal.Time(0, targetNanos), clock.getAsLong(), keep, becoming);
    }

    public boolean isSeeking() {
        return seek != null;
    }

    /** Whether a seek is under way whose goal is a time, not an event. */
    public boolean isSeekingTime() {
        return seek != null && seek.goal() instanceof Goal.Time;
    }

    /** Whether the seek that is under way runs what is played now, so that it can be watched. */
    public boolean isSeekingInSight() {
        return seek != null && seek.tape() == tape;
    }

    /** Goes on with the seek, but stops when the clock passes the deadline; whether it has arrived. */
    public boolean seek(long deadlineNanos) {
        Seek sought = seek;
        if (sought == null || !sought.goal().advance(sought.tape(), deadlineNanos)) {
            return false;
        }
        arrive(sought);
        return true;
    }

    /** Gives up a seek: a rewind leaves everything as it was; whether it has become something else all the same. */
    public boolean giveUp() {
        Seek sought = seek;
        seek = null;
        if (sought == null || !sought.keep()) {
            return false;
        }
        arrive(sought);
        return true;
    }

    private void arrive(Seek sought) {
        if (sought.becoming() != null) {
            futures.become(sought.becoming(), futures.active(tape));
            switches++;
        }
        tape = sought.tape();
        seek = null;
        seekTookNanos = clock.getAsLong() - sought.beganNanos();
    }

    /** Forgets the seek under way, which broke. */
    public void drop() {
        seek = null;
    }

    /** Goes on to that time, but stops when the clock passes the deadline; whether it got there. */
    public boolean advance(long targetNanos, long deadlineNanos) {
        return tape.advance(targetNanos, deadlineNanos);
    }

    public long nowNanos() {
        return tape.nowNanos();
    }

    public Run run() {
        return tape.run();
    }

    /** Nothing has happened yet. */
    public boolean isUntouched() {
        return tape.untouched();
    }

    /** What it began with at time 0. */
    public Topology start() {
        return tape.start();
    }

    /** Every command, those still ahead included. */
    public List<Run.Entry> commands() {
        return tape.commands();
    }

    /** What happened up to the furthest point, in words. */
    public List<TranscriptLine> notices() {
        return tape.notices();
    }

    /** The future that is played; while it is played again under another scenario, as it was before. */
    public Future active() {
        if (seek == null || !seek.keep()) {
            active = futures.active(tape);
        }
        return active;
    }

    /** The other futures, oldest first. */
    public List<Future> kept() {
        return futures.kept();
    }

    /** How often another future became the active one because somebody chose it. */
    public int switches() {
        return switches;
    }

    /** How far a seek has got that takes long, 0 to 1; -1 when there is none. */
    public double progress() {
        return seek != null && clock.getAsLong() - seek.beganNanos() > PATIENCE_NANOS
                ? seek.goal().progress(seek.tape())
                : -1;
    }

    /** How long the last seek took, real nanoseconds. */
    public long seekTookNanos() {
        return seekTookNanos;
    }
}
