package roundhouse.analysis.stores;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;

/**
 * One setting of a store, run twice under the requests that the design's seed gives: with nothing wrong, for latency and staleness, and with
 * a partition, for what is answered meanwhile. The design's own scenario has no part in it but for its partition. In slices, so that whoever
 * waits can show how it stands and give it up; the result is the same however often somebody looks.
 */
public final class StoreTrial {
    /** After the warm-up. */
    private static final Duration LENGTH = Duration.ofSeconds(20);
    /** After a partition, to see what is lost. */
    private static final Duration AFTER = Duration.ofSeconds(12);

    private final StoreRun whole;
    private final @Nullable StoreRun parted;

    /** @throws IllegalArgumentException when there is no such store */
    public StoreTrial(Topology design, String id) {
        Store store = design.store(id).orElseThrow(() -> StoreVariants.missing(id));
        whole = new StoreRun(bare(design, List.of()), id, design.warmUp().plus(LENGTH), null);
        Optional<PartitionPlan> plan = PartitionPlan.of(design, store);
        parted = plan.isEmpty()
                ? null
                : new StoreRun(
                        bare(design, plan.get().scenario()),
                        id,
                        plan.get().end().plus(AFTER),
                        plan.get());
    }

    private static Topology bare(Topology design, List<TimedCommand> scenario) {
        return design.withExpect(List.of()).withScenario(scenario);
    }

    /** How often keys are read and written in the run with nothing wrong, once it has ended. */
    WriteRates rates() {
        return whole.rates();
    }

    /** What both runs have shown of consistency and availability, once they have ended; for a store that can be parted. */
    public Optional<PacelcFinding> finding(BooleanSupplier cancelled) {
        return parted().map(parts -> PacelcFinding.of(
                measures(),
                whole.judge(cancelled),
                parts,
                Objects.requireNonNull(parted).judge(cancelled)));
    }

    /** Goes on a little; false when it has come to the end. */
    public boolean advance() {
        return whole.advance() || (parted != null && parted.advance());
    }

    /** Goes on to the end. */
    public StoreTrial finish() {
        while (advance()) {
            // Each call runs one slice.
        }
        return this;
    }

    /** How much is done, 0 to 1. */
    public double progress() {
        return parted == null ? whole.progress() : (whole.progress() + parted.progress()) / 2;
    }

    /** How many runs have ended. */
    public int runs() {
        return (whole.isDone() ? 1 : 0) + (parted != null && parted.isDone() ? 1 : 0);
    }

    /** How many runs there are. */
    public int of() {
        return parted == null ? 1 : 2;
    }

    /** What the run with nothing wrong has shown so far. */
    public StoreMeasures measures() {
        return whole.measures();
    }

    /** What the partition did, once that run has ended; empty for a store that cannot be parted. */
    public Optional<StoreMeasures.Parted> parted() {
        return Optional.ofNullable(parted).filter(StoreRun::isDone).map(StoreRun::parted);
    }
}
