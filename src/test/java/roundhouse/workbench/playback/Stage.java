package roundhouse.workbench.playback;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;

/** A playback with a pulse and a clock that the test moves by hand: no screen, no waiting for real time. */
public final class Stage implements AutoCloseable {
    public static final long SECOND = 1_000_000_000;

    public final Document document = new Document();
    public final AtomicLong clock = new AtomicLong();
    public final Playback playback;
    private Runnable pulse = () -> {};
    /** Copied from the newest frame. */
    public long digest;

    public long events;
    public Topology shown = Topology.EMPTY;
    int frames;

    public Stage(Topology topology) {
        document.open(topology, null);
        playback = new Playback(
                document,
                new Pulse() {
                    @Override
                    public void start(Runnable listener) {
                        pulse = listener;
                    }

                    @Override
                    public void stop() {
                        pulse = () -> {};
                    }
                },
                clock::get,
                (what, error) -> what + " (" + error + ").");
        playback.onFrame(this::frame);
    }

    private void frame(Frame frame) {
        digest = frame.digest;
        events = frame.events;
        shown = frame.topology;
        frames++;
    }

    void pulse() {
        pulse.run();
    }

    /** Pulses until it is so; gives up after a time that only a deadlock takes. */
    public void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + 20 * SECOND;
        pulse();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError(
                        what + " never came; time " + playback.timeProperty().get() + ", failure "
                                + playback.failureProperty().get());
            }
            LockSupport.parkNanos(200_000);
            pulse();
        }
    }

    public void awaitTime(long nanos) {
        await("time " + nanos, () -> playback.timeProperty().get() == nanos);
    }

    void awaitFrame() {
        await("a frame", () -> frames > 0);
    }

    /** Until every order was taken. */
    public void settle() {
        await("obedience", playback::isObeyed);
    }

    public long time() {
        return playback.timeProperty().get();
    }

    @Override
    public void close() {
        playback.close();
    }
}
