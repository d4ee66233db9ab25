package roundhouse.hashing.registry;

import java.util.List;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.Ring;

/**
 * Everything that says how keys are placed but the targets: what a file, the inspector and the ring's controls hold, and what a
 * balancer builds its placement from.
 *
 * @param kind which placement
 * @param hash what keys are hashed with
 * @param virtualNodes tokens for each unit of weight on a {@link Ring}, 1 or more
 * @param replicas on how many targets each key is kept, 1 or more
 * @param balanceFactor what a target may have in flight in percent of its fair share, 100 or more; 0 for no bound
 * @param tokens the ring's tokens that were moved by hand
 */
public record PlacementSettings(
        Placements kind,
        HashFunction hash,
        int virtualNodes,
        int replicas,
        int balanceFactor,
        List<Ring.MovedToken> tokens) {
    public static final PlacementSettings DEFAULT = of(Placements.RING);

    public PlacementSettings {
        tokens = List.copyOf(tokens);
    }

    /** That placement as it is where nothing else is said: its own hash function, one copy, no bound but that of bounded load. */
    public static PlacementSettings of(Placements kind) {
        return new PlacementSettings(
                kind, kind.defaultHash(), Ring.DEFAULT_VIRTUAL_NODES, 1, defaultFactor(kind), List.of());
    }

    /** The bound on load where none is given. */
    public static int defaultFactor(Placements kind) {
        return kind == Placements.BOUNDED_LOAD ? BoundedLoad.DEFAULT_FACTOR : PlacementOptions.UNBOUNDED;
    }

    /** Whether the placement is a {@link Ring}, alone or under a bound on load, so that its tokens can be moved. */
    public boolean isRing() {
        return kind == Placements.RING || kind == Placements.BOUNDED_LOAD;
    }

    /** Whether a bound on load means anything to the placement. */
    public boolean canBeBounded() {
        return isRing() || kind == Placements.HAPROXY_CONSISTENT;
    }

    /** The placement of these targets. Tokens of targets that are not there stay where they are in these settings. */
    public Placement create(List<Target> targets) {
        if (!isRing()) {
            return kind.create(targets, new PlacementOptions(hash, virtualNodes, balanceFactor));
        }
        Ring ring = ring(targets);
        return balanceFactor == PlacementOptions.UNBOUNDED ? ring : new BoundedLoad(ring, balanceFactor);
    }

    /** The ring of these targets, without the bound on load. */
    public Ring ring(List<Target> targets) {
        return new Ring(targets, hash, virtualNodes, tokens);
    }

    /**
     * Another placement. A hash function that was chosen stays where the other can use it; one that was only the default gives way to
     * the other's. A bound on load becomes the default where there must be one, and tokens stay only on a ring.
     */
    public PlacementSettings withKind(Placements kind) {
        boolean chosen = !hash.equals(this.kind.defaultHash());
        PlacementSettings next = new PlacementSettings(
                kind,
                chosen && kind.takesAnyHash() ? hash : kind.defaultHash(),
                virtualNodes,
                replicas,
                kind == Placements.BOUNDED_LOAD && balanceFactor == PlacementOptions.UNBOUNDED
                        ? BoundedLoad.DEFAULT_FACTOR
                        : balanceFactor,
                tokens);
        return next.isRing() ? next : next.withTokens(List.of());
    }

    public PlacementSettings withHash(HashFunction hash) {
        return new PlacementSettings(kind, hash, virtualNodes, replicas, balanceFactor, tokens);
    }

    public PlacementSettings withVirtualNodes(int virtualNodes) {
        return new PlacementSettings(kind, hash, virtualNodes, replicas, balanceFactor, tokens);
    }

    public PlacementSettings withReplicas(int replicas) {
        return new PlacementSettings(kind, hash, virtualNodes, replicas, balanceFactor, tokens);
    }

    public PlacementSettings withBalanceFactor(int balanceFactor) {
        return new PlacementSettings(kind, hash, virtualNodes, replicas, balanceFactor, tokens);
    }

    public PlacementSettings withTokens(List<Ring.MovedToken> tokens) {
        return new PlacementSettings(kind, hash, virtualNodes, replicas, balanceFactor, tokens);
    }
}
