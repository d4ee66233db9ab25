package roundhouse.simulation;

import org.jspecify.annotations.Nullable;
import roundhouse.kernel.FixedDelayQueue;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Node;

/** A node with cores of its own and a first-come-first-served queue before them. A core that ends a job starts the next before anything else happens. */
abstract class ProcessorComponent extends NodeComponent {
    private final IntQueue queue = new IntQueue();
    private int cores;
    private int busy;
    private long expected = DurationSampler.VARIES;
    private @Nullable FixedDelayQueue lane;
    /** When the cores stopped. */
    private long stoppedAt;

    ProcessorComponent(RunContext engine, Node node, int cores) {
        super(engine, node, 2);
        cores(cores);
    }

    /** Processor time that the call needs, nanoseconds, at normal speed; asked once, when a core takes it. */
    abstract long demand(Attempt call);

    /** A core has done its work on the call. */
    abstract void done(Attempt call);

    /** Changes the number of cores; a core that goes ends its job first. */
    final void cores(int cores) {
        this.cores = cores;
        metrics.cores.set(engine.kernel.now(), Math.max(cores, busy));
        fillCores();
    }

    private void fillCores() {
        while (hasFreeCore() && queue.size() > 0) {
            busy++;
            metrics.busy.add(engine.kernel.now(), 1);
            startNext();
        }
    }

    final boolean hasFreeCore() {
        return busy < cores && !isPaused();
    }

    /** Calls that a core works on, or goes on with after a pause. */
    final int inWork() {
        return busy;
    }

    /** Whether nothing more may wait for a core. */
    boolean isFull() {
        return false;
    }

    /** Calls that wait for a core. */
    final int waiting() {
        return queue.size();
    }

    /** Demands of that length come often: gives them a lane. */
    final void expect(long demand) {
        expected = demand;
        lane = demand == DurationSampler.VARIES ? null : engine.kernel.fixedDelayQueue(times(demand, condition.steadyFactor()));
    }

    @Override
    final void speedChanged() {
        expect(expected);
    }

    /** Works on the call as soon as a core is free. */
    final void work(Attempt call) {
        long now = engine.kernel.now();
        call.top().readySince = now;
        if (hasFreeCore()) {
            busy++;
            metrics.busy.add(now, 1);
            start(call, now);
        } else {
            queue.add(call.slot);
            metrics.queue.add(now, 1);
        }
    }

    private void startNext() {
        long now = engine.kernel.now();
        metrics.queue.add(now, -1);
        start(engine.calls.at(queue.remove()), now);
    }

    private void start(Attempt call, long now) {
        if (call.purpose == AttemptPurpose.REQUEST) {
            metrics.waiting.record(now - call.top().readySince);
        }
        long delay = times(demand(call), slowFactor());
        call.doneAt = now + delay;
        engine.probe.started(call);
        FixedDelayQueue lane = this.lane;
        if (lane != null && lane.delay() == delay) {
            lane.add(this, call.slot);
        } else {
            engine.kernel.schedule(delay, this, call.slot);
        }
    }

    private static long times(long nanos, double factor) {
        return factor == 1 ? nanos : (long) (nanos * factor);
    }

    @Override
    protected final void fire(int slot) {
        Attempt call = engine.calls.at(slot);
        call.doneAt = Attempt.NEVER;
        engine.kernel.fold(call.number);
        if (queue.size() > 0 && busy <= cores) {
            startNext();
        } else {
            busy--;
            metrics.busy.add(engine.kernel.now(), -1);
            if (busy >= cores) {
                metrics.cores.set(engine.kernel.now(), busy);
            }
        }
        done(call);
    }

    /** Jobs that the cores work on keep the time they still need. */
    @Override
    final void stopped() {
        stoppedAt = engine.kernel.now();
        engine.kernel.cancel(this);
        metrics.busy.set(stoppedAt, 0);
    }

    @Override
    final void resumed() {
        long now = engine.kernel.now();
        metrics.busy.set(now, busy);
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.isAt(this) && call.doneAt != Attempt.NEVER) {
                call.doneAt += now - stoppedAt;
                engine.kernel.schedule(call.doneAt - now, this, slot);
            }
        }
        fillCores();
    }

    @Override
    void lose(CrashMode how) {
        long now = engine.kernel.now();
        engine.kernel.cancel(this);
        queue.clear();
        busy = 0;
        metrics.busy.set(now, 0);
        metrics.queue.set(now, 0);
        for (int slot = 0; slot < engine.calls.slots(); slot++) {
            Attempt call = engine.calls.at(slot);
            if (call.isAt(this)) {
                call.doneAt = Attempt.NEVER;
                lose(call, how);
            }
        }
    }
}
