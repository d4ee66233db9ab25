package roundhouse.simulation.observing.history;

import java.util.ArrayList;
import java.util.List;
import roundhouse.simulation.network.Network;
import roundhouse.simulation.storing.ReplicatedStore;

/** Figures of the replicated stores in equal spans of time. Takes no memory where there are none. */
final class StoresOverTime {
    private final int most;
    private final List<StoreOverTime> stores = new ArrayList<>();

    /** @param most spans that there may be */
    StoresOverTime(int most) {
        this.most = most;
    }

    /** Ends a span. */
    void endSpan(int span, Network network, long nowNanos) {
        List<ReplicatedStore> now = network.stores().all();
        for (ReplicatedStore store : now) {
            if (stores.stream().noneMatch(known -> known.isOf(store))) {
                stores.add(new StoreOverTime(store, most));
            }
        }
        for (StoreOverTime known : stores) {
            now.stream()
                    .filter(known::isOf)
                    .findFirst()
                    .ifPresentOrElse(store -> known.endSpan(span, store, nowNanos), () -> known.pass(span));
        }
    }

    boolean areThere() {
        return !stores.isEmpty();
    }

    void mergePairs(int size) {
        stores.forEach(store -> store.mergePairs(size));
    }

    List<StoreSeries> series(int size) {
        return stores.stream().map(store -> store.series(size)).toList();
    }
}
