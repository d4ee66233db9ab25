package roundhouse.analysis.sizing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import roundhouse.simulation.Run;
import roundhouse.topology.Topology;

/**
 * Tries designs: each under two seeds at once, and then under one more at a time until it is sure whether it meets the goals, or there
 * are as many as allowed. What comes of it does not depend on how many run at a time.
 */
public final class Trials implements AutoCloseable {
    private static final int FIRST = 2;

    private final Goals goals;
    private final Duration length;
    private final int most;
    private final BooleanSupplier stopped;
    private final ExecutorService workers;
    private final AtomicLong made = new AtomicLong();

    /**
     * @param most runs of one design
     * @param atOnce runs at a time
     * @param stopped asked often whether to end; {@link CancellationException} is then thrown
     */
    public Trials(Goals goals, Duration length, int most, int atOnce, BooleanSupplier stopped) {
        this.goals = goals;
        this.length = length;
        this.most = most;
        this.stopped = stopped;
        workers = Executors.newFixedThreadPool(
                atOnce, Thread.ofPlatform().daemon().name("trial-", 0).factory());
    }

    /** Runs made so far. */
    public long made() {
        return made.get();
    }

    /** Tries a design. */
    public Trial of(List<String> values, Topology design) {
        List<TrialRun> runs = new ArrayList<>(each(seeds(design, 0, Math.min(FIRST, most))));
        Decision decision = Decision.of(runs, goals);
        while (!decision.isSure() && runs.size() < most) {
            runs.addAll(each(seeds(design, runs.size(), 1)));
            decision = Decision.of(runs, goals);
        }
        return new Trial(values, PlannedCost.of(design), runs, decision, Optional.empty());
    }

    /** Runs each of them once, at the same time. */
    List<TrialRun> each(List<Topology> designs) {
        List<Future<TrialRun>> futures = new ArrayList<>();
        designs.forEach(design -> futures.add(workers.submit(() -> run(design))));
        List<TrialRun> runs = new ArrayList<>();
        for (Future<TrialRun> future : futures) {
            runs.add(got(future));
        }
        return runs;
    }

    private static List<Topology> seeds(Topology design, int from, int count) {
        List<Topology> seeded = new ArrayList<>(Collections.nCopies(count, design));
        for (int i = 0; i < count; i++) {
            seeded.set(i, design.withSeed(design.seed() + from + i));
        }
        return seeded;
    }

    private TrialRun run(Topology design) {
        Run run = Run.of(design.withExpect(goals.all()));
        if (!run.runUntil(length.toNanos(), stopped)) {
            throw new CancellationException();
        }
        made.incrementAndGet();
        return TrialRun.of(run.report());
    }

    private static TrialRun got(Future<TrialRun> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
