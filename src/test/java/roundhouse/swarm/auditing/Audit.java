package roundhouse.swarm.auditing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.CacheLedger;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.engine.RunObserver;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report;

/** Observes a run, and checks what it does with data: while it goes on, and with {@link #check} at any time. */
public final class Audit extends RunObserver {
    private final WriteAudit writes = new WriteAudit();
    private final CacheAudit caches;
    private final CacheLedger told;
    private RunContext run = new RunContext(0, RunObserver.NONE);

    public Audit() {
        this(UnaryOperator.identity());
    }

    /** @param between what stands between the run and the book-keeping, as if the run were one that does wrong */
    Audit(UnaryOperator<CacheLedger> between) {
        caches = new CacheAudit(() -> run.kernel.nowNanos(), writes);
        told = between.apply(caches);
    }

    @Override
    public void begins(RunContext its) {
        run = its;
    }

    @Override
    public CacheLedger ledger() {
        return told;
    }

    @Override
    public void entered(Attempt attempt) {
        writes.entered(attempt);
    }

    @Override
    public void ended(Attempt part) {
        writes.ended(part);
    }

    /** @throws AssertionError with the name of what does not hold */
    public void check(Report report) {
        writes.check(run.versions::isLost, run.versions.lostAcknowledged());
        DataReport data = report.data();
        if (data == null) {
            return;
        }
        if (report.removed().isEmpty()) {
            assertThat(sum(data, cache -> cache.hits() + cache.misses()))
                    .as("hits and misses are reads")
                    .isEqualTo(caches.lookups());
            assertThat(sum(data, DataReport.Caches::entries))
                    .as("caches have what was put into them and has not gone")
                    .isEqualTo(caches.entries());
        }
    }

    private static long sum(DataReport data, ToLongFunction<DataReport.Caches> figure) {
        return data.caches().values().stream().mapToLong(figure).sum();
    }
}
