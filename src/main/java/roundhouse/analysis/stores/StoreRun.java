package roundhouse.analysis.stores;

import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.metrics.Latencies;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.DataReport;
import roundhouse.simulation.observing.Report.Latency;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.Checker;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.storage.history.HistoryRecorder;
import roundhouse.storage.history.ModelKind;
import roundhouse.storage.history.OperationHistory;
import roundhouse.storage.history.OperationKind;
import roundhouse.storage.history.Value;
import roundhouse.storage.searching.Budget;
import roundhouse.topology.Topology;

/** One run of a design, in slices, and what it shows of one store. */
final class StoreRun {
    private static final long SLICE_NANOS = 100_000_000;
    /** Situations to look at. */
    private static final long BUDGET = 2_000_000;

    private final Run run;
    private final String store;
    private final long warmUpNanos;
    private final long untilNanos;
    private final @Nullable PartitionPlan plan;
    private @Nullable StoreReport warm;
    private @Nullable StoreReport before;
    private @Nullable StoreReport during;

    /**
     * @param until how long it runs
     * @param plan the partition that the design's scenario has; null for none
     */
    StoreRun(Topology design, String store, Duration until, @Nullable PartitionPlan plan) {
        run = Run.of(design);
        this.store = store;
        warmUpNanos = design.warmUp().toNanos();
        untilNanos = until.toNanos();
        this.plan = plan;
    }

    /** Goes on a little; false when it had come to the end. */
    boolean advance() {
        if (isDone()) {
            return false;
        }
        long nowNanos = run.nowNanos();
        long nextNanos = Math.min(untilNanos, nowNanos + SLICE_NANOS);
        if (warm == null && nextNanos >= warmUpNanos) {
            run.runUntil(warmUpNanos);
            warm = report();
        }
        if (plan != null && before == null && nextNanos >= plan.begin().toNanos()) {
            run.runUntil(plan.begin().toNanos() - 1);
            before = report();
        }
        if (plan != null && during == null && nextNanos >= plan.end().toNanos()) {
            run.runUntil(plan.end().toNanos() - 1);
            during = report();
        }
        run.runUntil(nextNanos);
        return true;
    }

    boolean isDone() {
        return run.nowNanos() >= untilNanos;
    }

    double progress() {
        return (double) run.nowNanos() / untilNanos;
    }

    OperationHistory history() {
        OperationHistory history = run.histories().get(store);
        return history == null ? new HistoryRecorder().history(ModelKind.REGISTER, new Value.Whole(0)) : history;
    }

    /** Whether one order in real time explains every answer. */
    HistoryVerdict judge(BooleanSupplier cancelled) {
        return new Checker(history(), new Budget(BUDGET, cancelled)).check(Check.LINEARIZABLE, OptionalLong.empty());
    }

    WriteRates rates() {
        return WriteRates.of(history(), warmUpNanos, untilNanos);
    }

    private StoreReport report() {
        DataReport data = run.report().data();
        return (data == null ? List.<StoreReport>of() : data.stores())
                .stream().filter(each -> each.id().equals(store)).findFirst().orElseThrow();
    }

    /** Since the warm-up. */
    StoreMeasures measures() {
        if (warm == null) {
            return StoreMeasures.NONE;
        }
        StoreReport report = report();
        return new StoreMeasures(
                latency(true, warmUpNanos, untilNanos),
                latency(false, warmUpNanos, untilNanos),
                report.reads() - warm.reads(),
                report.writes() - warm.writes(),
                refused(report) - refused(warm),
                report.staleReads() - warm.staleReads(),
                Math.round(report.staleAge().meanNanos()),
                report.staleAge().p99Nanos(),
                report.lostAcknowledgedWrites() - warm.lostAcknowledgedWrites());
    }

    /** Of reads, or of writes, that were asked for in that time and answered. */
    private Latency latency(boolean ofReads, long fromNanos, long toNanos) {
        Latencies latencies = new Latencies(3);
        OperationHistory history = history();
        for (int i = 0; i < history.size(); i++) {
            boolean isRead = history.kind(i) == OperationKind.READ;
            if (isRead == ofReads && history.isKnown(i) && history.call(i) >= fromNanos && history.call(i) < toNanos) {
                latencies.record(history.returned(i) - history.call(i));
            }
        }
        return Latency.of(latencies);
    }

    private static long refused(StoreReport report) {
        return report.readsRefused() + report.writesRefused() + report.unknownWrites();
    }

    /** What the partition did; when it is over. */
    StoreMeasures.Parted parted() {
        StoreReport first = before == null ? report() : before;
        StoreReport last = during == null ? report() : during;
        long beginNanos = plan == null ? 0 : plan.begin().toNanos();
        long endNanos = plan == null ? untilNanos : plan.end().toNanos();
        return new StoreMeasures.Parted(
                report().members().stream()
                        .filter(member -> member.answeredParted() + member.refusedParted() > 0)
                        .map(member ->
                                new StoreMeasures.Side(member.id(), member.answeredParted(), member.refusedParted()))
                        .toList(),
                latency(true, beginNanos, endNanos),
                latency(false, beginNanos, endNanos),
                last.staleReads() - first.staleReads(),
                last.reads() - first.reads(),
                last.staleAge().p99Nanos(),
                report().lostAcknowledgedWrites());
    }
}
