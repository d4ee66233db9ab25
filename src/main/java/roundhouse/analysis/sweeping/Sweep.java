package roundhouse.analysis.sweeping;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes the runs of a plan on several threads. Each run is a pure function of its number, so the rows are the same whatever the number
 * of workers and in whatever order they end; a worker takes the next number that nobody has, so none waits for another.
 */
public final class Sweep {
    private final SweepPlan plan;
    private final SortedMap<Long, SweepRow> rows = new TreeMap<>();
    private final AtomicLong next = new AtomicLong();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    /** Is told of every row as its run ends, one at a time, on the thread of a worker. */
    public interface Listener {
        void ended(SweepRow row);
    }

    public Sweep(SweepPlan plan) {
        this.plan = plan;
    }

    /** Rows of an earlier go, or made elsewhere, which are not made again. */
    public void resume(List<SweepRow> earlier) {
        synchronized (rows) {
            earlier.forEach(row -> rows.put(row.run(), row));
        }
    }

    /**
     * Makes all runs that are not made yet; whether it came to the end.
     *
     * @param stopped asked often, on the threads of all workers, whether to end before that; runs under way are then dropped
     */
    public boolean run(int workers, BooleanSupplier stopped, Listener listener) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.max(1, workers); i++) {
            threads.add(Thread.ofPlatform()
                    .daemon()
                    .name("sweep-" + i)
                    .start(() -> work(() -> failure.get() != null || stopped.getAsBoolean(), listener)));
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException _) {
                    interrupted = true;
                    failure.compareAndSet(null, new CancellationException());
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        switch (failure.get()) {
            case null -> {}
            case CancellationException _ -> {}
            case RuntimeException e -> throw e;
            case Error e -> throw e;
            case Throwable e -> throw new IllegalStateException(e);
        }
        return rows.size() == plan.runs();
    }

    private void work(BooleanSupplier stopped, Listener listener) {
        try {
            for (long run = next.getAndIncrement();
                    run < plan.runs() && !stopped.getAsBoolean();
                    run = next.getAndIncrement()) {
                if (isMade(run)) {
                    continue;
                }
                SweepRow row = PlannedRun.row(plan, run, stopped);
                if (row == null) {
                    return;
                }
                synchronized (rows) {
                    rows.put(run, row);
                    listener.ended(row);
                }
            }
        } catch (RuntimeException | Error e) {
            failure.compareAndSet(null, e);
        }
    }

    private boolean isMade(long run) {
        synchronized (rows) {
            return rows.containsKey(run);
        }
    }

    /** All rows so far, in the order of the plan. */
    public List<SweepRow> rows() {
        synchronized (rows) {
            return List.copyOf(rows.values());
        }
    }
}
