package roundhouse.workbench.playback;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Frame;
import roundhouse.workbench.Threads;

/**
 * The engine's thread: takes orders in turn, lets the {@link PlayedRun} work, and fills a frame whenever the screen has taken the
 * last one. A turn is a few milliseconds, and an order never waits longer than that. Whatever the engine throws ends the run, is
 * told in {@link Status#failure}, and leaves the thread ready for a restart.
 */
final class EngineThread implements Runnable {
    private final Queue<Order> orders = new ConcurrentLinkedQueue<>();
    /** Orders that must wait until a seek has arrived. */
    private final Deque<Order> waiting = new ArrayDeque<>();

    private final TripleBuffer<Frame> frames = new TripleBuffer<>(Frame::new);
    private final PlayedRun run;
    private final Thread thread;
    private long obeyed;

    private volatile Status status = Status.FIRST;
    private volatile boolean closing;

    /** @param broken takes down what broke, and gives the sentence for people */
    EngineThread(double speed, LongSupplier clock, BiFunction<String, Throwable, String> broken) {
        run = new PlayedRun(speed, clock, broken);
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
                run.work();
                status = run.status(obeyed);
                show();
            } catch (RuntimeException | Error e) {
                run.fail(e);
                status = run.status(obeyed);
            }
            if (!run.isBusy() && orders.isEmpty() && waiting.isEmpty()) {
                rest();
            }
        }
    }

    private void obey() {
        while (!run.isSeeking() && !waiting.isEmpty()) {
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
                if (!run.isLive()) {
                    run.pause();
                }
                inTurn(order);
            }
            case Order.Moment _, Order.Edit _ -> inTurn(order);
            default -> carryOut(order);
        }
    }

    private void inTurn(Order order) {
        boolean moves = order instanceof Order.Seek || order instanceof Order.Step;
        if (waiting.isEmpty() && (!run.isSeeking() || (moves && run.isSeekingTime()))) {
            carryOut(order);
        } else {
            waiting.add(order);
        }
    }

    private void carryOut(Order order) {
        run.carryOut(order);
        if (order instanceof Order.CancelSeek) {
            waiting.removeIf(waits -> waits instanceof Order.Seek || waits instanceof Order.Step);
        }
        if (run.takeBegun()) {
            waiting.clear();
        }
    }

    private void show() {
        if (run.isStale() && frames.taken()) {
            run.show(frames.back());
            frames.publish();
        }
    }

    private void rest() {
        if (run.isPlaying()) {
            LockSupport.parkNanos(this, PlayedRun.TURN_NANOS);
        } else {
            LockSupport.park(this);
        }
    }
}
