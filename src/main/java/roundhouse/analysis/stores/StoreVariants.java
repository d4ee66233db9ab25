package roundhouse.analysis.stores;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.stores.Replication;
import roundhouse.topology.stores.Store;

/** What of a store is varied while all else stays. */
public enum StoreVariants {
    /** The other settings of its protocol. */
    SETTINGS("The protocol's settings"),
    /** Some settings of every protocol. */
    PROTOCOLS("Every protocol"),
    /** At how many members a leaderless store keeps a key. */
    COPIES("Copies (N)"),
    /** How far its members are from each other. */
    DISTANCE("Distance of the members");

    private static final List<Double> DISTANCES = List.of(0.25, 0.5, 1.0, 2.0, 4.0);

    private final String title;

    StoreVariants(String title) {
        this.title = title;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /**
     * The store as it is set now, and then each other way; those that would not be valid are left out.
     *
     * @throws IllegalArgumentException when there is no such store
     */
    public List<StoreVariant> of(Topology topology, String id) {
        Store store = topology.store(id).orElseThrow(() -> missing(id));
        return this == DISTANCE ? distances(topology, store) : settings(topology, store);
    }

    static IllegalArgumentException missing(String id) {
        return new IllegalArgumentException("there is no store called " + id);
    }

    private List<StoreVariant> settings(Topology topology, Store store) {
        int members = store.members().size();
        List<NamedReplication> others = switch (this) {
            case PROTOCOLS -> NamedReplication.ofEveryProtocol(members);
            case COPIES -> NamedReplication.copies(store.replication(), members);
            default -> NamedReplication.like(topology, store);
        };
        Replication now = store.replication();
        String name = this == COPIES
                ? NamedReplication.nameWithCopies(now, members)
                : NamedReplication.name(now, members, this == PROTOCOLS);
        List<StoreVariant> variants = new ArrayList<>();
        variants.add(new StoreVariant(name, topology));
        for (NamedReplication other : others) {
            Topology design = topology.with(store.with(Store.REPLICATION, other.replication()));
            boolean isNew = variants.stream()
                    .noneMatch(there ->
                            there.name().equals(other.name()) || there.design().equals(design));
            if (isNew && Validation.problems(design).isEmpty()) {
                variants.add(new StoreVariant(other.name(), design));
            }
        }
        return List.copyOf(variants);
    }

    private static List<StoreVariant> distances(Topology topology, Store store) {
        List<StoreVariant> variants = new ArrayList<>();
        variants.add(new StoreVariant(MemberDistance.name(1), topology));
        for (double times : DISTANCES) {
            if (times != 1) {
                variants.add(
                        new StoreVariant(MemberDistance.name(times), MemberDistance.times(times, topology, store)));
            }
        }
        return List.copyOf(variants);
    }
}
