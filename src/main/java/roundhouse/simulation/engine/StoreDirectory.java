package roundhouse.simulation.engine;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.stores.Store;

/** Which replicated stores there are, and who is a member of which. */
public final class StoreDirectory {
    private final Map<String, Store> stores = new LinkedHashMap<>();
    private final Map<String, Store> byMember = new LinkedHashMap<>();

    public void become(List<Store> next) {
        stores.clear();
        byMember.clear();
        for (Store store : next) {
            stores.put(store.id(), store);
            store.members().forEach(member -> byMember.put(member, store));
        }
    }

    public boolean isEmpty() {
        return stores.isEmpty();
    }

    /** The store of that id; null when there is none, as where a database keeps the data alone. */
    public @Nullable Store store(String id) {
        return stores.get(id);
    }

    /** The store that a node is a member of; null for none. */
    public @Nullable Store storeOf(String member) {
        return byMember.get(member);
    }

    /** What a database's keys belong to: its store's id, or its own. */
    public String dataset(String id) {
        Store store = byMember.get(id);
        return store == null ? id : store.id();
    }

    /** The ids of the nodes that can be asked for what is kept there. */
    public List<String> members(String keeper) {
        Store store = stores.get(keeper);
        return store == null ? List.of(keeper) : store.members();
    }
}
