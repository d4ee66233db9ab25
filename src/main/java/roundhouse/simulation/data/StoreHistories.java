package roundhouse.simulation.data;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/** The histories of a run's replicated stores. */
public final class StoreHistories {
    private final Map<String, StoreHistory> stores = new LinkedHashMap<>();

    /** The histories of all stores that were asked anything, by their ids. */
    public SequencedMap<String, StoreHistory> all() {
        return new LinkedHashMap<>(stores);
    }

    public StoreHistory of(String store) {
        return stores.computeIfAbsent(store, _ -> new StoreHistory());
    }
}
