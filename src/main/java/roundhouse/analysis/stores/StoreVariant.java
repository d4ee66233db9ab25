package roundhouse.analysis.stores;

import roundhouse.topology.Topology;

/**
 * A design with a store set in one way.
 *
 * @param name of the setting, for people: "R 1, W 1"
 * @param design what is run
 */
public record StoreVariant(String name, Topology design) {}
