package roundhouse.simulation.data;

import java.util.LinkedHashMap;
import java.util.Map;

/** The histories of a run's replicated stores. */
public final class StoreHistories {
    private final Map<String, StoreHistory> stores = new LinkedHashMap<>();

    public StoreHistory of(String store) {
        return stores.computeIfAbsent(store, _ -> new StoreHistory());
    }
}
