package roundhouse.workbench.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.Threads;
import roundhouse.workbench.playback.history.EditEffect;
import roundhouse.workbench.playback.history.History;

/**
 * The engine's thread: obeys orders, keeps pace with the clock, and fills a frame whenever the screen has taken the last one. Works
 * in turns of a few milliseconds, so an order never waits longer than that. Whatever the engine throws ends the run, is told in
 * {@link Status#failure}, and leaves the thread ready for a restart.
 */
final class EngineThread implements Runnable {
    /** Real time of one turn. */
    private static final long TURN_NANOS = 8_000_000;

    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    /** Orders that must wait until a seek has arrived. */
    private final Deque<Order> waiting = new ArrayDeque<>();

    private final TripleBuffer<Frame> frames = new TripleBuffer<>(Frame::new);
    private final LongSupplier clock;
    private final BiFunction<String, Throwable, String> broken;
    private final History history;
    private final Pacer pacer;
    private final Thread thread;

    private Topology document = Topology.EMPTY;
    private boolean playing;
    /** Asked to go on past the document's duration. */
    private boolean beyond;
    /** The newest frame is out of date. */
    private boolean stale = true;

    private boolean busy;
    private long obeyed;
    private @Nullable String failure;
    private List<Run.Entry> commands = List.of();
    private boolean commandsChanged;

    private volatile Status status = Status.FIRST;
    private volatile boolean closing;

    /** @param broken takes down what broke, and gives the sentence for people */
    EngineThread(double speed, LongSupplier clock, BiFunction<String, Throwable, String> broken) {
        this.clock = clock;
        this.broken = broken;
        history = new History(document, clock);
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
        Threads.awaitEnd(thread);
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
        while (!history.isSeeking() && !waiting.isEmpty()) {
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
            case Order.Moment _, Order.Edit _ -> inTurn(order);
            default -> carryOut(order);
        }
    }

    private void inTurn(Order order) {
        boolean moves = order instanceof Order.Seek || order instanceof Order.Step;
        if (waiting.isEmpty() && (!history.isSeeking() || (moves && history.isSeekingTime()))) {
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
            case Order.OpenRun(Topology topology, Topology start, List<Run.Entry> log, long untilNanos) -> {
                playing = false;
                document = topology;
                history.open(start, log, untilNanos);
                began();
            }
            case Order.Restart(Topology topology) -> restart(topology);
            case Order.Edit(String label, Topology topology) -> edit(label, topology);
            case Order.Follow(Topology topology) -> document = topology;
            case Order.Play _ -> {
                playing = failure == null;
                beyond = history.nowNanos() >= document.duration().toNanos();
                pace();
            }
            case Order.Pause _ -> playing = false;
            case Order.Speed(double speed) -> pacer.start(speed, clock.getAsLong(), history.nowNanos());
            case Order.RemoveFuture(int number) -> history.remove(number);
            case Order.CancelSeek _ -> {
                if (history.giveUp()) {
                    arrived();
                }
                waiting.removeIf(waits -> waits instanceof Order.Seek || waits instanceof Order.Step);
            }
            case Order.Moment moment -> {
                if (failure == null) {
                    carryOut(moment);
                }
            }
        }
    }

    private void carryOut(Order.Moment moment) {
        switch (moment) {
            case Order.Do(Command command) ->
                apply(command, FlagText.of(command, history.run().topology()).words());
            case Order.Step(long nanos) -> history.step(nanos);
            case Order.Seek(long timeNanos) -> history.seekTo(timeNanos);
            case Order.NextEvent _ -> {
                history.nextEvent();
                stale = true;
            }
            case Order.PreviousEvent _ -> history.previousEvent();
            case Order.GoToFuture(int number) -> history.goTo(number);
        }
    }

    private void begin(Topology topology) {
        document = topology;
        history.begin(topology);
        began();
    }

    /** Goes back to time 0; begins a new run if this one failed or the seed changed. */
    private void restart(Topology topology) {
        if (failure != null || history.start().seed() != topology.seed()) {
            begin(topology);
        } else {
            document = topology;
            history.restart(topology);
            began();
        }
    }

    private void edit(String label, Topology next) {
        EditEffect effect = EditEffect.of(document, next);
        document = next;
        if (failure != null) {
            return;
        }
        if (effect == EditEffect.RESTART) {
            begin(next);
        } else if (effect != EditEffect.NONE && history.isUntouched()) {
            history.beginAgain(next);
            began();
        } else if (effect == EditEffect.REVISE) {
            apply(new Command.Revise(next), label);
        } else if (effect == EditEffect.REPLAY) {
            history.replay(label, next);
        }
    }

    private void apply(Command command, String name) {
        history.apply(command, name);
        commandsChanged = true;
        stale = true;
    }

    private void began() {
        waiting.clear();
        failure = null;
        beyond = false;
        moved();
    }

    private void arrived() {
        beyond = history.nowNanos() > document.duration().toNanos();
        moved();
    }

    /** The run is at another time now, or it is another run. */
    private void moved() {
        commandsChanged = true;
        stale = true;
        pace();
    }

    private void work() {
        busy = false;
        long nowNanos = clock.getAsLong();
        if (history.isSeeking()) {
            busy = true;
            stale |= history.isSeekingInSight();
            if (history.seek(nowNanos + TURN_NANOS)) {
                arrived();
            }
        } else if (playing) {
            play(nowNanos);
        }
    }

    private void play(long nowNanos) {
        long endNanos = document.duration().toNanos();
        boolean ends = !beyond && pacer.targetNanos(nowNanos) >= endNanos;
        boolean arrived = history.advance(
                ends ? Math.max(endNanos, history.nowNanos()) : pacer.targetNanos(nowNanos), nowNanos + TURN_NANOS);
        stale = true;
        busy = !arrived;
        pacer.reached(clock.getAsLong(), history.nowNanos());
        if (arrived && ends) {
            playing = false;
        }
    }

    private void show() {
        if (stale && frames.taken()) {
            history.run().observe(frames.back());
            frames.publish();
            stale = false;
        }
    }

    private void fail(Throwable error) {
        failure = broken.apply("The run failed at " + FigureText.clock(history.nowNanos()) + " and has stopped", error)
                + " Restart begins a new one.";
        playing = false;
        history.drop();
        stale = false;
        busy = false;
    }

    private void tell() {
        if (commandsChanged) {
            commandsChanged = false;
            commands = history.commands();
        }
        status = new Status(
                obeyed,
                playing,
                playing && pacer.behind(),
                pacer.achieved(),
                history.progress(),
                failure,
                commands,
                history.start(),
                history.notices(),
                history.active(),
                history.kept(),
                history.switches(),
                history.seekTookNanos());
    }

    private void pace() {
        pacer.start(pacer.speed(), clock.getAsLong(), history.nowNanos());
    }

    private void rest() {
        if (playing) {
            LockSupport.parkNanos(this, TURN_NANOS);
        } else {
            LockSupport.park(this);
        }
    }
}
