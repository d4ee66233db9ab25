package roundhouse.analysis.stores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Store;

/**
 * Settings of a store, tried one after the other under the same requests, in slices: whoever waits can show how it stands and give it up.
 * What comes out is the same however often somebody looks.
 */
public final class PacelcRuns {
    private final List<StoreVariant> variants;
    private final String store;
    private final List<PacelcRow> rows = new ArrayList<>();
    private final BooleanSupplier cancelled;
    private List<PbsPoint> expected = List.of();
    private int at;
    private @Nullable StoreTrial trial;

    /**
     * @param variants in the order in which they are tried
     * @param cancelled asked while a history is judged, which is not done in slices
     */
    public PacelcRuns(List<StoreVariant> variants, String store, BooleanSupplier cancelled) {
        this.variants = List.copyOf(variants);
        this.store = store;
        this.cancelled = cancelled;
        variants.forEach(variant -> rows.add(PacelcRow.pending(variant.name())));
    }

    /** Goes on a little; false when it has come to the end. */
    public boolean advance() {
        if (at == variants.size()) {
            return false;
        }
        if (trial == null) {
            trial = new StoreTrial(variants.get(at).design(), store);
        }
        if (!trial.advance()) {
            if (expected.isEmpty()) {
                expected = expected(trial.rates());
            }
            rows.set(at, PacelcRow.of(variants.get(at).name(), trial, trial.finding(cancelled)));
            trial = null;
            at++;
        }
        return at < variants.size();
    }

    /** Goes on to the end. */
    public PacelcRuns finish() {
        while (advance()) {
            // Each call runs one slice.
        }
        return this;
    }

    /** How much is done, 0 to 1. */
    public double progress() {
        return variants.isEmpty() ? 1 : (at + (trial == null ? 0 : trial.progress())) / variants.size();
    }

    /** A row for each setting, in the order in which they are tried; that of the one that runs is as far as it has got. */
    public List<PacelcRow> rows() {
        if (trial != null) {
            rows.set(at, PacelcRow.of(variants.get(at).name(), trial, Optional.empty()));
        }
        return List.copyOf(rows);
    }

    /**
     * What theory expects, once a setting has been tried: of the first leaderless setting for every R and W, or where quorums are not varied of
     * each setting. Empty where it says nothing.
     */
    public List<PbsPoint> expected() {
        return expected;
    }

    /** The requests are the same for all, so the rates of any will do. */
    private List<PbsPoint> expected(WriteRates rates) {
        boolean sameQuorums = variants.size() > 1
                && variants.stream()
                                .map(this::store)
                                .map(Store::replication)
                                .distinct()
                                .count()
                        == 1;
        if (sameQuorums) {
            return variants.stream()
                    .flatMap(variant -> PbsExpectation.own(variant, store(variant), rates).stream())
                    .toList();
        }
        return variants.stream()
                .filter(variant -> store(variant).replication() instanceof LeaderlessReplication)
                .findFirst()
                .map(variant -> PbsExpectation.of(variant.design(), store(variant), rates))
                .orElse(List.of());
    }

    private Store store(StoreVariant variant) {
        return variant.design().store(store).orElseThrow(() -> StoreVariants.missing(store));
    }
}
