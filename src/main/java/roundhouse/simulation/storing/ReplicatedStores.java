package roundhouse.simulation.storing;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.components.replication.ReplicationFigures;
import roundhouse.simulation.engine.RunContext;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;

/** The replicated stores of a run, kept in step with its topology. */
public final class ReplicatedStores {
    private final RunContext context;
    private final Map<String, ReplicatedStore> stores = new LinkedHashMap<>();
    private final Map<String, ReplicationFigures> figures = new LinkedHashMap<>();
    private long created;

    public ReplicatedStores(RunContext context) {
        this.context = context;
    }

    /**
     * These are the stores, nodes and links from now on. A store that only lost members goes on without them; one that is another one than
     * before begins anew, empty. Returns the databases that are members anew and are to start as such.
     */
    public List<NodeComponent> become(List<Store> documents, NodeComponent[] nodes, LinkComponent[] links) {
        Map<String, DatabaseComponent> databases = new LinkedHashMap<>();
        for (NodeComponent node : nodes) {
            if (node instanceof DatabaseComponent database) {
                databases.put(node.id, database);
            }
        }
        List<Store> next = documents.stream()
                .map(store -> store.without(id -> !databases.containsKey(id)))
                .filter(store -> !store.members().isEmpty())
                .toList();
        stores.values().removeIf(store -> next.stream().noneMatch(one -> goesOn(store.spec(), one)));
        databases.values().forEach(database -> {
            StoreMember member = database.member();
            if (member != null && !stores.containsValue(member.store())) {
                database.join(null);
            }
        });
        List<NodeComponent> begin = new ArrayList<>();
        for (Store store : next) {
            if (!stores.containsKey(store.id())) {
                if (figures.containsKey(store.id())) {
                    context.transcript.say(store.title() + " has other settings or members, and begins anew, empty");
                }
                stores.put(store.id(), create(store, databases));
                store.members().stream().map(databases::get).forEach(begin::add);
            }
        }
        stores.values().forEach(store -> store.without(databases.keySet()));
        next.forEach(store -> shard(stores.get(store.id()), store));
        stores.values().forEach(store -> link(store, databases, links));
        return begin;
    }

    /** Whether a store that runs can go on as that one. */
    private static boolean goesOn(Store runs, Store next) {
        return whatever(runs.without(id -> !next.members().contains(id))).equals(whatever(next));
    }

    private static Store whatever(Store store) {
        return store.with(Store.LABEL, null)
                .with(Store.REPLICATION, store.replication().wherever());
    }

    private static void shard(@Nullable ReplicatedStore store, Store next) {
        Shards shards = next.replication().shards();
        if (store != null && store.sharding() != null && shards != null) {
            store.sharding().become(shards, next.members());
        }
    }

    private ReplicatedStore create(Store spec, Map<String, DatabaseComponent> databases) {
        List<DatabaseComponent> members = new ArrayList<>();
        for (String id : spec.members()) {
            DatabaseComponent database = databases.get(id);
            if (database != null) {
                members.add(database);
            }
        }
        ReplicatedStore store = new ReplicatedStore(
                context,
                spec,
                created++,
                members.stream().map(DatabaseComponent::region).toList(),
                figures(spec.id()));
        for (int i = 0; i < members.size(); i++) {
            StoreMember member = new StoreMember(context, members.get(i), members.get(i), store, i, members.size());
            store.add(member);
            members.get(i).join(member);
        }
        return store;
    }

    private static void link(ReplicatedStore store, Map<String, DatabaseComponent> databases, LinkComponent[] links) {
        List<String> ids = store.spec().members();
        for (int from = 0; from < ids.size(); from++) {
            DatabaseComponent database = databases.get(ids.get(from));
            StoreMember member = database == null ? null : database.member();
            for (int to = 0; member != null && to < ids.size(); to++) {
                member.link(to, between(ids.get(from), ids.get(to), links));
            }
        }
    }

    private static @Nullable LinkComponent between(String one, String other, LinkComponent[] links) {
        for (LinkComponent link : links) {
            if (link.link().joins(one, other) || link.link().joins(other, one)) {
                return link;
            }
        }
        return null;
    }

    /** Whether there is or was such a store. */
    public boolean isThere(String id) {
        return figures.containsKey(id);
    }

    /** What became of what the store of that id was asked. */
    public ReplicationFigures figures(String id) {
        return figures.computeIfAbsent(id, _ -> new ReplicationFigures());
    }

    /** A partition is over. */
    public void healed() {
        stores.values().forEach(ReplicatedStore::healed);
    }

    /** All that there are. */
    public List<ReplicatedStore> all() {
        return List.copyOf(stores.values());
    }

    /** Begins another interval for whatever has peaks. */
    public void cut() {
        figures.values().forEach(ReplicationFigures::cut);
    }

    /** The warm-up is over. */
    public void measure() {
        figures.values().forEach(ReplicationFigures::measure);
    }
}
