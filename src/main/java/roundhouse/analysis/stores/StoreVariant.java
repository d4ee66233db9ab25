package roundhouse.analysis.stores;

import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.stores.Store;

/**
 * A design with a store set in one way.
 *
 * @param name of the setting, for people: "R 1, W 1"
 * @param design what is run
 */
public record StoreVariant(String name, Topology design) {
    /** Another design with that store, set as here: its protocol, and how far its members are from each other. All else stays. */
    public Topology appliedTo(Topology other, String id) {
        Store here = design.store(id).orElseThrow(() -> StoreVariants.missing(id));
        Store there = other.store(id).orElseThrow(() -> StoreVariants.missing(id));
        return other.with(there.with(Store.REPLICATION, here.replication()))
                .withLinks(other.links().stream()
                        .map(link -> isBetween(link, here) ? set(link) : link)
                        .toList());
    }

    private static boolean isBetween(Link link, Store store) {
        return store.members().contains(link.from()) && store.members().contains(link.to());
    }

    private Link set(Link link) {
        return design.link(link.from(), link.to())
                .map(here -> Link.LATENCY.with(link, here.latency()))
                .orElse(link);
    }
}
