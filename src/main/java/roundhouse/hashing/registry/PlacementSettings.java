package roundhouse.hashing.registry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.BoundedLoad;
import roundhouse.hashing.rings.PointIndex;
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
    /** Points for each unit of weight that no placement but a ring has more of. */
    private static final int MOST_POINTS = 160;
    /** Points that any placement can have. */
    private static final int FEW_ENOUGH_FOR_ANY = 1 << 22;

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
        return kind.isRing();
    }

    /** Whether a bound on load means anything to the placement. */
    public boolean canBeBounded() {
        return kind.canBeBounded();
    }

    /** The placement of these targets. Tokens of targets that are not there stay where they are in these settings. */
    public Placement create(List<Target> targets) {
        if (!isRing()) {
            return kind.create(targets, new PlacementOptions(hash, virtualNodes, balanceFactor));
        }
        Ring ring = ring(targets);
        return balanceFactor == PlacementOptions.UNBOUNDED ? ring : new BoundedLoad(ring, balanceFactor);
    }

    /** The same where that placement was until now, which remembers what its program remembers from its start. */
    public Placement following(Placement before, List<Target> targets) {
        // A ring forgets what was moved by hand of targets that are not there; these settings do not.
        return isRing() ? create(targets) : before.rebuild(targets);
    }

    /** Why these targets cannot be placed so, in a sentence; empty when they can. */
    public Optional<String> refusal(List<Target> targets) {
        long weights = targets.stream().mapToLong(Target::weight).sum();
        boolean few = targets.size() <= PointIndex.MAX_OWNERS
                && (isRing()
                        ? weights * virtualNodes <= PointIndex.MAX_POINTS
                        : weights * MOST_POINTS <= FEW_ENOUGH_FOR_ANY);
        if (few) {
            return Optional.empty();
        }
        try {
            create(targets);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(Objects.requireNonNullElse(e.getMessage(), kind.key() + " cannot be built so"));
        }
    }

    /** The ring of these targets, without the bound on load. */
    public Ring ring(List<Target> targets) {
        return new Ring(targets, hash, virtualNodes, tokens);
    }

    /**
     * Another placement. A hash function that was chosen stays where the other can use it; one that was only the default gives way to
     * the other's. A bound on load stays where there can be one and becomes the default where there must be one; virtual nodes and tokens
     * stay only on a ring.
     */
    public PlacementSettings withKind(Placements kind) {
        boolean chosen = !hash.equals(this.kind.defaultHash());
        PlacementSettings next = new PlacementSettings(
                kind,
                chosen && kind.takesAnyHash() ? hash : kind.defaultHash(),
                kind.isRing() ? virtualNodes : Ring.DEFAULT_VIRTUAL_NODES,
                replicas,
                kind.canBeBounded() && balanceFactor != PlacementOptions.UNBOUNDED
                        ? balanceFactor
                        : defaultFactor(kind),
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
