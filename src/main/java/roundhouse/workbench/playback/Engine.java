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
    private @Nullable Seek seek;
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
     */
    private record Seek(Tape tape, long from, long target, long began, boolean keep) {}

    Engine(double speed, LongSupplier clock) {
        this.clock = clock;
        tape = new Tape(document, List.of(), 0, clock);
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
            case Order.Step _, Order.NextEvent _ -> {
                playing = false;
                inTurn(order);
            }
            case Order.Do _, Order.Edit _, Order.Seek _ -> inTurn(order);
            default -> carryOut(order);
        }
    }

    private void inTurn(Order order) {
        boolean moves = order instanceof Order.Seek || order instanceof Order.Step;
        if (waiting.isEmpty() && (seek == null || moves)) {
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
            case Order.Restart(Topology topology) -> begin(topology);
            case Order.Edit(Topology topology) -> edit(topology);
            case Order.Do(Command command) -> apply(command);
            case Order.Play _ -> {
                playing = failure == null;
                beyond = tape.now() >= document.duration().toNanos();
                pace();
            }
            case Order.Pause _ -> playing = false;
            case Order.Step(long nanos) -> seekTo((seek == null ? tape.now() : seek.target()) + nanos);
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
        tape = new Tape(topology, List.of(), 0, clock);
        pace();
    }

    private void edit(Topology next) {
        Topology before = document;
        document = next;
        if (failure != null) {
            return;
        }
        EditEffect effect = EditEffect.of(before, next);
        if (effect == EditEffect.RESTART || (effect != EditEffect.NONE && tape.untouched())) {
            begin(next);
        } else if (effect == EditEffect.REVISE) {
            apply(new Command.Revise(next));
        } else if (effect == EditEffect.REPLAY) {
            seek = new Seek(tape.rewound(next), 0, tape.now(), clock.getAsLong(), true);
        }
    }

    private void apply(Command command) {
        if (failure == null) {
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
        seek = target >= from.now()
                ? new Seek(from, from.now(), target, clock.getAsLong(), keep)
                : new Seek(from.rewound(), 0, target, clock.getAsLong(), keep);
    }

    private void arrive(Seek sought) {
        tape = sought.tape();
        seek = null;
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
            if (seek.tape().advance(seek.target(), now + TURN)) {
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
        boolean slow = seek != null && clock.getAsLong() - seek.began() > PATIENCE;
        status = new Status(
                obeyed,
                playing,
                playing && pacer.behind(),
                pacer.achieved(),
                slow ? progress(seek) : -1,
                failure,
                commands,
                tape.start());
    }

    private static double progress(@Nullable Seek seek) {
        return seek == null || seek.target() == seek.from()
                ? 1
                : (double) (seek.tape().now() - seek.from()) / (seek.target() - seek.from());
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
