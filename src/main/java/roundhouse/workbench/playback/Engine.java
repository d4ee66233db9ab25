package roundhouse.workbench.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Frame;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.Figures;

/**
 * The engine's thread: owns the run, obeys orders, keeps pace with the clock, and fills a frame whenever the screen has taken the
 * last one. Works in turns of a few milliseconds, so an order never waits longer than that. Whatever the engine throws ends the
 * run, is told in {@link Status#failure}, and leaves the thread ready for a restart.
 */
final class Engine implements Runnable {
    private static final System.Logger LOG = System.getLogger(Engine.class.getName());
    /** Real time of one turn. */
    private static final long TURN = 8_000_000;
    /** Real time after which a seek tells its progress. */
    private static final long PATIENCE = 1_000_000_000;

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    /** Orders that must wait until a seek has arrived. */
    private final Deque<Order> waiting = new ArrayDeque<>();

    private final TripleBuffer<Frame> frames = new TripleBuffer<>(Frame::new);
    private final LongSupplier clock;
    private final Pacer pacer;
    private final Thread thread;

    private Topology document = Topology.EMPTY;
    private Tape tape;
    private Futures futures = new Futures();
    private Future active;
    private int switches;
    private @Nullable Seek seek;
    private long seekTook;
    private boolean playing;
    /** Asked to go on past the document's duration. */
    private boolean beyond;
    /** The newest frame does not show what is now. */
    private boolean stale = true;

    private boolean busy;
    private long obeyed;
    private @Nullable String failure;
    private List<Run.Entry> commands = List.of();
    private boolean commandsChanged;

    private volatile Status status = Status.FIRST;
    private volatile boolean closing;

    /**
     * @param keep whether giving it up leaves the run where the seek has got to, rather than where it was before
     * @param becoming the future that becomes the active one on arrival
     */
    private record Seek(
            Tape tape,
            Goal goal,
            long began,
            boolean keep,
            @Nullable Future becoming) {}

    Engine(double speed, LongSupplier clock) {
        this.clock = clock;
        tape = new Tape(document, List.of(), 0, List.of(), clock);
        active = futures.active(tape);
        pacer = new Pacer(speed);
        thread = new Thread(this, "roundhouse-engine");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void post(Order order) {
        orders.add(order);
        LockSupport.unpark(thread);
    }

    /** For the screen's thread: the newest frame if it has not been taken yet. */
    @Nullable
    Frame take() {
        Frame frame = frames.take();
        if (frame != null) {
            LockSupport.unpark(thread);
        }
        return frame;
    }

    Status status() {
        return status;
    }

    /** Ends the thread and waits until it has ended. */
    void close() {
        closing = true;
        LockSupport.unpark(thread);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void run() {
        while (!closing) {
            try {
                obey();
                work();
                tell();
                show();
            } catch (RuntimeException | Error e) {
                fail(e);
                tell();
            }
            if (!busy && orders.isEmpty() && waiting.isEmpty()) {
                rest();
            }
        }
    }

    private void obey() {
        while (seek == null && !waiting.isEmpty()) {
            carryOut(waiting.remove());
        }
        Order order;
        while ((order = orders.poll()) != null) {
            obeyed++;
            receive(order);
        }
    }

    /**
     * Whether it plays changes at once. What happens at a point in time waits until a seek has got there, and what comes after it
     * waits behind it; only a seek with nothing behind it is turned to a new goal on its way.
     */
    private void receive(Order order) {
        switch (order) {
            case Order.Step _, Order.NextEvent _, Order.PreviousEvent _ -> {
                playing = false;
                inTurn(order);
            }
            case Order.Do _, Order.Edit _, Order.Seek _, Order.GoToFuture _ -> inTurn(order);
            default -> carryOut(order);
        }
    }

    private void inTurn(Order order) {
        boolean moves = order instanceof Order.Seek || order instanceof Order.Step;
        if (waiting.isEmpty() && (seek == null || (moves && seek.goal() instanceof Goal.Time))) {
            carryOut(order);
        } else {
            waiting.add(order);
        }
    }

    private void carryOut(Order order) {
        switch (order) {
            case Order.Open(Topology topology) -> {
                playing = false;
                begin(topology);
            }
            case Order.Restart(Topology topology) -> restart(topology);
            case Order.OpenRun(Topology topology, Topology start, List<Run.Entry> log, long until) -> {
                playing = false;
                begin(topology);
                tape = new Tape(start, log, until, List.of(), clock);
            }
            case Order.Edit(String label, Topology topology) -> edit(label, topology);
            case Order.Follow(Topology topology) -> document = topology;
            case Order.Do(Command command) ->
                apply(command, FlagText.of(command, tape.run().topology()).words());
            case Order.Play _ -> {
                playing = failure == null;
                beyond = tape.now() >= document.duration().toNanos();
                pace();
            }
            case Order.Pause _ -> playing = false;
            case Order.Step(long nanos) ->
                seekTo((seek != null && seek.goal() instanceof Goal.Time(long _, long to) ? to : tape.now()) + nanos);
            case Order.PreviousEvent _ -> {
                if (failure == null) {
                    Goal before = tape.position() == 0 ? new Goal.Time(0, 0) : new Goal.Position(tape.position() - 1);
                    seek = new Seek(tape.rewound(), before, clock.getAsLong(), false, null);
                }
            }
            case Order.GoToFuture(int number) -> futures.find(number).ifPresent(this::goTo);
            case Order.RemoveFuture(int number) -> {
                futures.remove(number);
                if (seek != null && seek.becoming() != null && seek.becoming().number() == number) {
                    seek = null;
                }
            }
            case Order.NextEvent _ -> {
                if (failure == null) {
                    tape.step();
                    stale = true;
                }
            }
            case Order.Seek(long time) -> seekTo(time);
            case Order.CancelSeek _ -> {
                if (seek != null && seek.keep()) {
                    arrive(seek);
                }
                seek = null;
                waiting.removeIf(waits -> waits instanceof Order.Seek || waits instanceof Order.Step);
            }
            case Order.Speed(double speed) -> pacer.start(speed, clock.getAsLong(), tape.now());
        }
    }

    private void begin(Topology topology) {
        document = topology;
        seek = null;
        waiting.clear();
        failure = null;
        beyond = false;
        commandsChanged = true;
        stale = true;
        tape = new Tape(topology, List.of(), 0, List.of(), clock);
        futures = new Futures();
        pace();
    }

    private void edit(String label, Topology next) {
        Topology before = document;
        document = next;
        if (failure != null) {
            return;
        }
        EditEffect effect = EditEffect.of(before, next);
        if (effect == EditEffect.RESTART) {
            begin(next);
        } else if (effect != EditEffect.NONE && tape.untouched()) {
            Futures kept = futures;
            begin(next);
            futures = kept;
        } else if (effect == EditEffect.REVISE) {
            apply(new Command.Revise(next), label);
        } else if (effect == EditEffect.REPLAY) {
            replay(label, next);
        }
    }

    /** Plays the same again up to now with another scenario; if that changes what was played already, it is another future. */
    private void replay(String label, Topology next) {
        Future before = futures.active(tape);
        Tape other = tape.rewound(next);
        long parting = branch(before, other, label);
        if (parting >= tape.furthest()) {
            other = new Tape(next, other.commands(), tape.furthest(), tape.notices(), clock);
        }
        seek = new Seek(other, new Goal.Time(0, tape.now()), clock.getAsLong(), true, null);
    }

    /** Another tape takes the active one's place. If they part where it was played already, the active one is kept. */
    private long branch(Future before, Tape other, String name) {
        Future after = futures.active(other);
        long parting = before.parting(after);
        if (parting < before.furthest()) {
            futures.like(after)
                    .ifPresentOrElse(known -> futures.become(known, before), () -> futures.fork(before, name, parting));
        }
        return parting;
    }

    /** Back to time 0. What was played is kept if something else is going to be. */
    private void restart(Topology topology) {
        Future before = futures.active(tape);
        Futures kept = futures;
        boolean another = failure != null || before.start().seed() != topology.seed();
        begin(topology);
        if (!another) {
            futures = kept;
            branch(before, tape, "Restart at " + Figures.clock(before.furthest()));
        }
    }

    private void goTo(Future future) {
        if (failure == null) {
            Tape other = new Tape(future.start(), future.commands(), future.furthest(), List.of(), clock);
            seek = new Seek(other, new Goal.Time(0, tape.now()), clock.getAsLong(), false, future);
        }
    }

    private void apply(Command command, String name) {
        if (failure == null) {
            if (tape.isInThePast()) {
                futures.fork(futures.active(tape), name, tape.now());
            } else {
                futures.changed(name, tape.now());
            }
            tape.apply(command);
            commandsChanged = true;
            stale = true;
        }
    }

    private void seekTo(long asked) {
        if (failure != null) {
            return;
        }
        long target = Math.max(0, asked);
        Tape from = seek == null ? tape : seek.tape();
        boolean keep = seek != null && seek.keep();
        Future becoming = seek == null ? null : seek.becoming();
        seek = target >= from.now()
                ? new Seek(from, new Goal.Time(from.now(), target), clock.getAsLong(), keep, becoming)
                : new Seek(from.rewound(), new Goal.Time(0, target), clock.getAsLong(), keep, becoming);
    }

    private void arrive(Seek sought) {
        if (sought.becoming() != null) {
            futures.become(sought.becoming(), futures.active(tape));
            switches++;
        }
        tape = sought.tape();
        seek = null;
        seekTook = clock.getAsLong() - sought.began();
        beyond = tape.now() > document.duration().toNanos();
        commandsChanged = true;
        stale = true;
        pace();
    }

    private void work() {
        busy = false;
        long now = clock.getAsLong();
        if (seek != null) {
            busy = true;
            stale |= seek.tape() == tape;
            if (seek.goal().advance(seek.tape(), now + TURN)) {
                arrive(seek);
            }
        } else if (playing) {
            play(now);
        }
    }

    private void play(long now) {
        long end = document.duration().toNanos();
        boolean ends = !beyond && pacer.target(now) >= end;
        boolean arrived = tape.advance(ends ? Math.max(end, tape.now()) : pacer.target(now), now + TURN);
        stale = true;
        busy = !arrived;
        pacer.reached(clock.getAsLong(), tape.now());
        if (arrived && ends) {
            playing = false;
        }
    }

    private void show() {
        if (stale && frames.taken()) {
            tape.run().observe(frames.back());
            frames.publish();
            stale = false;
        }
    }

    private void fail(Throwable error) {
        LOG.log(System.Logger.Level.ERROR, "The engine broke", error);
        String what = error.getMessage() == null ? error.getClass().getSimpleName() : error.getMessage();
        failure = "The run broke at " + Figures.clock(tape.now()) + " and has stopped (" + what
                + "). Restart begins a new one.";
        playing = false;
        seek = null;
        stale = false;
        busy = false;
    }

    private void tell() {
        if (commandsChanged) {
            commandsChanged = false;
            commands = tape.commands();
        }
        if (seek == null || !seek.keep()) {
            active = futures.active(tape);
        }
        boolean slow = seek != null && clock.getAsLong() - seek.began() > PATIENCE;
        status = new Status(
                obeyed,
                playing,
                playing && pacer.behind(),
                pacer.achieved(),
                slow && seek != null ? seek.goal().progress(seek.tape()) : -1,
                failure,
                commands,
                tape.start(),
                tape.notices(),
                active,
                futures.kept(),
                switches,
                seekTook);
    }

    private void pace() {
        pacer.start(pacer.speed(), clock.getAsLong(), tape.now());
    }

    private void rest() {
        if (playing) {
            LockSupport.parkNanos(this, TURN);
        } else {
            LockSupport.park(this);
        }
    }
}
