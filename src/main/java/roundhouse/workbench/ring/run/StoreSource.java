package roundhouse.workbench.ring.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementOptions;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.LeaderlessReplication;
import roundhouse.topology.stores.Shards;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingSource;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.RunPlacement;

/**
 * A sharded store of the document, and, while a run plays it, where its keys are to be in the run. Servers are its members that have keys;
 * one that is taken out becomes a spare, and spares are what can be added. Members have neither weights, nor are they down here.
 */
public final class StoreSource implements RingSource {
    private final Document document;
    private final String store;
    private final RunPlacements runs;

    public StoreSource(Document document, String store, RunPlacements runs) {
        this.document = document;
        this.store = store;
        this.runs = runs;
    }

    /** The document's sharded stores, in its order. */
    public static List<Store> candidates(Topology topology) {
        return topology.stores().stream()
                .filter(each ->
                        each.replication() instanceof LeaderlessReplication leaderless && leaderless.shards() != null)
                .toList();
    }

    /** The id of the store. */
    public String store() {
        return store;
    }

    private Optional<Store> shown() {
        return candidates(document.topology()).stream()
                .filter(each -> each.id().equals(store))
                .findFirst();
    }

    @Override
    public @Nullable RunPlacement running() {
        return runs.of(store, KeyedPool.OF_STORE);
    }

    @Override
    public boolean isPlayed() {
        return runs.isPlayed();
    }

    @Override
    public boolean handsOver() {
        return true;
    }

    @Override
    public boolean weighs() {
        return false;
    }

    @Override
    public @Nullable Placement streamedFrom() {
        return runs.streamedFrom(store);
    }

    @Override
    public RingState state() {
        return shown().flatMap(RingState::of).orElseGet(RingState::sketch);
    }

    /** The first spare; empty where there is none. */
    @Override
    public String freeName() {
        Shards shards = shown().map(each -> each.replication().shards()).orElse(null);
        return shards == null || shards.spares().isEmpty()
                ? ""
                : shards.spares().getFirst();
    }

    @Override
    public void edit(String label, RingState before, RingState after) {
        shown().ifPresent(known -> {
            if (known.replication() instanceof LeaderlessReplication leaderless && leaderless.shards() != null) {
                edit(label, known, leaderless, leaderless.shards(), before, after);
            }
        });
    }

    private void edit(
            String label,
            Store known,
            LeaderlessReplication leaderless,
            Shards shards,
            RingState before,
            RingState after) {
        List<String> spares = new ArrayList<>(shards.spares());
        for (Target target : before.targets()) {
            if (after.indexOf(target.name()) == Placement.NONE
                    && known.members().contains(target.name())) {
                spares.add(target.name());
            }
        }
        spares.removeIf(id -> after.indexOf(id) != Placement.NONE);
        Shards next = shards.with(
                        Shards.PLACEMENT,
                        after.settings().withReplicas(1).withBalanceFactor(PlacementOptions.UNBOUNDED))
                .with(Shards.SPARES, spares);
        int copies = after.settings().replicas();
        // Fewer members than copies, or quorums of more than there are copies, cannot be.
        if (copies <= next.holders(known.members()).size() && leaderless.canKeep(copies)) {
            document.edit(
                    label,
                    document.topology()
                            .with(known.with(
                                    Store.REPLICATION,
                                    leaderless
                                            .with(LeaderlessReplication.N, copies)
                                            .with(LeaderlessReplication.SHARDS, next))));
        }
    }

    @Override
    public void undo() {
        document.undo();
    }

    @Override
    public void redo() {
        document.redo();
    }
}
