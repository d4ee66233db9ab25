package roundhouse.simulation.components;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.FixedDelayQueue;
import roundhouse.kernel.SharedProcessor;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.tables.ClassQueue;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Node;

/**
 * A node with cores of its own and a queue before them, first come first served within a class. A core that ends a job starts the next before
 * anything else happens; with a bound on workers after that job has given its worker back or begun to wait with it. Or the cores are
 * shared by all that are there, up to the bound on workers, and only those above it wait.
 */
public abstract class ProcessorComponent extends NodeComponent {
    private final ClassQueue queue = new ClassQueue();
    private int cores;
    /** Jobs in the cores' hands: one a core, or any number that share them. */
    private int busy;
    /** Null as long as cores were never shared. */
    private @Nullable SharedProcessor shared;
    /** Those that begin now share the cores. */
    private boolean shares;
    /** Requests that may be worked on or wait for others at once, and those that wait for others. */
    private int workers = Integer.MAX_VALUE;

    private int held;
    private long expectedNanos = DurationSampler.VARIES;
    private @Nullable FixedDelayQueue fixedDelay;
    /** When the cores stopped. */
    private long stoppedAtNanos;

    public ProcessorComponent(RunContext context, Node node, int cores) {
        super(context, node, 2);
        this.cores = cores;
        metrics.cores.set(context.kernel.nowNanos(), cores);
    }

    /** Processor time that the attempt needs, nanoseconds, at normal speed; asked once, when a core takes it. */
    protected abstract long demandNanos(Attempt attempt);

    /** A core has done its work on the attempt. */
    protected abstract void done(Attempt attempt);

    /** Changes the number of cores; a core that goes ends its job first. */
    protected final void cores(int cores) {
        this.cores = cores;
        if (shared != null && !isPaused()) {
            shared.processors(cores);
        }
        countCores();
        fillCores();
    }

    /** From now on jobs share the cores; or each has one, as soon as those that share them are so few. */
    protected final void share(boolean share) {
        if (share == shares) {
            return;
        }
        shares = share;
        if (shared == null) {
            shared = new SharedProcessor(context.kernel, id + " shared cores", isPaused() ? 0 : cores, this::ended);
        }
        if (share) {
            giveOver(shared);
        }
        countCores();
        fillCores();
    }

    /** What each core works on is shared by all of them. */
    private void giveOver(SharedProcessor shared) {
        long nowNanos = isPaused() ? stoppedAtNanos : context.kernel.nowNanos();
        context.kernel.cancel(this);
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(this) && attempt.doneAtNanos != Attempt.NEVER) {
                shared.add(slot, attempt.doneAtNanos - nowNanos);
                attempt.doneAtNanos = Attempt.NEVER;
            }
        }
    }

    private void countCores() {
        long nowNanos = context.kernel.nowNanos();
        metrics.cores.set(nowNanos, shares ? cores : Math.max(cores, busy));
        if (shared != null && !isPaused()) {
            metrics.busy.set(nowNanos, busyCores());
        }
    }

    private int busyCores() {
        return shares ? Math.min(busy, cores) : busy;
    }

    /** Changes how many requests may be worked on, or wait for others, at once. */
    protected final void workers(int workers) {
        this.workers = workers;
        fillCores();
    }

    /** A request that was worked on waits for others from now on, and holds its worker. */
    protected final void hold() {
        held++;
        metrics.inCalls.add(context.kernel.nowNanos(), 1);
    }

    /** One that held its worker holds it no longer. */
    protected final void letGo() {
        held--;
        metrics.inCalls.add(context.kernel.nowNanos(), -1);
        fillCores();
    }

    private void fillCores() {
        while (hasFreeCore() && queue.size() > 0) {
            takeCore(context.kernel.nowNanos());
            startNext();
        }
    }

    private void takeCore(long nowNanos) {
        busy++;
        if (!shares || busy <= cores) {
            metrics.busy.add(nowNanos, 1);
        }
    }

    protected final boolean hasFreeCore() {
        return (shares || busy < cores) && busy + held < workers && !isPaused();
    }

    @Override
    public final boolean isBacklogged() {
        return queue.size() > 0 && !hasFreeCore();
    }

    /** Those that are served in the end wait longer; how much, nobody knows yet. */
    @Override
    public Latencies waitsSoFar() {
        Latencies waits = metrics.waiting.copy();
        for (int i = 0; i < queue.size(); i++) {
            Attempt attempt = context.attempts.at(queue.get(i));
            if (attempt.purpose.counts()) {
                waits.record(context.kernel.nowNanos() - attempt.top().readySinceNanos);
            }
        }
        return waits;
    }

    /** Cores that work, the one that takes an attempt included. */
    protected final int busy() {
        return busyCores();
    }

    /** Attempts that wait for a core. */
    protected final int waiting() {
        return queue.size();
    }

    /** Demands of that length come often: gives them a queue of their own. */
    protected final void expect(long demandNanos) {
        expectedNanos = demandNanos;
        fixedDelay = demandNanos == DurationSampler.VARIES
                ? null
                : context.kernel.fixedDelayQueue(times(demandNanos, condition.steadyFactor()));
    }

    @Override
    protected final void speedChanged() {
        expect(expectedNanos);
    }

    /** Works on the attempt as soon as a core is free. */
    protected final void work(Attempt attempt) {
        long nowNanos = context.kernel.nowNanos();
        attempt.top().readySinceNanos = nowNanos;
        if (hasFreeCore()) {
            takeCore(nowNanos);
            start(attempt, nowNanos);
        } else {
            queue.add(attempt.slot, attempt.top().priority);
            metrics.queue.add(nowNanos, 1);
            context.observer.queued(attempt, queue.upTo(attempt.top().priority));
        }
    }

    private void startNext() {
        long nowNanos = context.kernel.nowNanos();
        metrics.queue.add(nowNanos, -1);
        start(context.attempts.at(queue.remove()), nowNanos);
    }

    private void start(Attempt attempt, long nowNanos) {
        if (attempt.purpose.counts()) {
            waited(nowNanos - attempt.top().readySinceNanos);
        }
        long delayNanos = times(demandNanos(attempt), slowFactor());
        context.observer.started(attempt);
        if (shares && shared != null) {
            shared.add(attempt.slot, delayNanos);
            return;
        }
        attempt.doneAtNanos = nowNanos + delayNanos;
        FixedDelayQueue fixedDelay = this.fixedDelay;
        if (fixedDelay != null && fixedDelay.delayNanos() == delayNanos) {
            fixedDelay.add(this, attempt.slot);
        } else {
            context.kernel.schedule(delayNanos, this, attempt.slot);
        }
    }

    /** A request has waited so long for a core. */
    protected void waited(long nanos) {
        metrics.waiting.record(nanos);
    }

    private static long times(long nanos, double factor) {
        return factor == 1 ? nanos : (long) (nanos * factor);
    }

    @Override
    protected final void fire(int slot) {
        Attempt attempt = context.attempts.at(slot);
        attempt.doneAtNanos = Attempt.NEVER;
        context.kernel.fold(attempt.number);
        if (workers != Integer.MAX_VALUE) {
            freeCore();
            done(attempt);
            fillCores();
            return;
        }
        if (queue.size() > 0 && busy <= cores) {
            startNext();
        } else {
            freeCore();
        }
        done(attempt);
    }

    /** A job that shared the cores has had its work. */
    private void ended(int slot) {
        Attempt attempt = context.attempts.at(slot);
        context.kernel.fold(attempt.number);
        freeCore();
        done(attempt);
        fillCores();
    }

    private void freeCore() {
        busy--;
        if (!shares || busy < cores) {
            metrics.busy.add(context.kernel.nowNanos(), -1);
        }
        if (busy >= cores && !shares) {
            metrics.cores.set(context.kernel.nowNanos(), busy);
        }
    }

    /** Jobs that the cores work on keep the time they still need. */
    @Override
    protected final void stopped() {
        stoppedAtNanos = context.kernel.nowNanos();
        context.kernel.cancel(this);
        if (shared != null) {
            shared.processors(0);
        }
        metrics.busy.set(stoppedAtNanos, 0);
    }

    @Override
    protected final void resumed() {
        long nowNanos = context.kernel.nowNanos();
        metrics.busy.set(nowNanos, busyCores());
        if (shared != null) {
            shared.processors(cores);
        }
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(this) && attempt.doneAtNanos != Attempt.NEVER) {
                attempt.doneAtNanos += nowNanos - stoppedAtNanos;
                context.kernel.schedule(attempt.doneAtNanos - nowNanos, this, slot);
            }
        }
        fillCores();
    }

    @Override
    protected void lose(CrashMode how) {
        long nowNanos = context.kernel.nowNanos();
        context.kernel.cancel(this);
        if (shared != null) {
            shared.clear();
        }
        queue.clear();
        busy = 0;
        held = 0;
        metrics.inCalls.set(nowNanos, 0);
        metrics.busy.set(nowNanos, 0);
        metrics.queue.set(nowNanos, 0);
        for (int slot = 0; slot < context.attempts.slots(); slot++) {
            Attempt attempt = context.attempts.at(slot);
            if (attempt.isAt(this)) {
                attempt.doneAtNanos = Attempt.NEVER;
                lose(attempt, how);
            }
        }
    }
}
