package roundhouse.routing.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.LoadBound;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * The request's key decides, by any placement: so every key has a home, and a change of targets moves few of them. A target that is
 * down, out for its health or draining keeps its place but its keys are served by the placement's next choice, on a ring the next target clockwise,
 * which holds their copies. So is a key whose target is full or was tried. Backups have a placement of their own, used only
 * while no primary can serve.
 *
 * <p>A pick costs the hash of the key and the placement's lookup; with a bound on load also a walk over the counts in flight. It
 * allocates nothing, unless the hash function is one of the JDK's (CRC-32, MD5, SHA-256), which are objects. The
 * placement is made anew when a target comes, goes, or changes its weight or state. What the key is as text is in
 * {@link KeyText}.
 */
final class KeyHash implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final KeyText text = new KeyText();
    private Group primaries;
    private Group backups;

    KeyHash(PlacementSettings settings) {
        primaries = new Group(settings, List.of(), new int[0]);
        backups = primaries;
    }

    @Override
    public int pick(Request request, Pool pool) {
        follow(pool);
        int target = primaries.pick(request, pool, text);
        return target != NONE ? target : backups.pick(request, pool, text);
    }

    private void follow(Pool pool) {
        if (members.refresh(pool)) {
            primaries = primaries.following(pool, false);
            backups = backups.following(pool, true);
        }
    }

    @Override
    public Placement placement(Pool pool) {
        follow(pool);
        return primaries.placement;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        Group group = primaries.following(pool, false);
        int picked = group.pick(request, pool, text);
        if (picked == NONE) {
            group = backups.following(pool, true);
            picked = group.pick(request, pool, text);
        }
        return group.explain(request, pool, text, picked);
    }

    /** The primaries or the backups of a pool, and the placement over them. */
    private static final class Group {
        private final PlacementSettings settings;
        private final Placement placement;
        private final List<Target> targets;
        /** For each target of the placement its index in the pool. */
        private final int[] indexes;

        private final int[] order;
        private final Counts counts;

        Group(PlacementSettings settings, List<Target> targets, int[] indexes) {
            this.settings = settings;
            this.targets = targets;
            this.indexes = indexes;
            placement = settings.create(targets);
            order = new int[indexes.length];
            counts = new Counts(indexes);
        }

        /** The group of the pool as it is now: this one when nothing about it changed. */
        Group following(Pool pool, boolean backup) {
            List<Target> now = new ArrayList<>();
            int[] where = new int[pool.size()];
            for (int target = 0; target < pool.size(); target++) {
                if (!pool.isRemoved(target) && pool.isBackup(target) == backup) {
                    where[now.size()] = target;
                    boolean down = pool.isDown(target)
                            || pool.isOut(target)
                            || pool.isDraining(target)
                            || pool.isBehind(target);
                    now.add(new Target(pool.name(target), pool.fullWeight(target), pool.zone(target), down));
                }
            }
            int[] indexesNow = Arrays.copyOf(where, now.size());
            return now.equals(targets) && Arrays.equals(indexesNow, indexes)
                    ? this
                    : new Group(settings, List.copyOf(now), indexesNow);
        }

        int pick(Request request, Pool pool, KeyText text) {
            long hash = placement.hash(text.bytes(request.key()));
            int owner = first(hash, pool);
            if (owner == Placement.NONE) {
                return NONE;
            }
            int target = indexes[owner];
            return EligibleTargets.isAble(request, pool, target) ? target : next(hash, request, pool);
        }

        /** Who should serve the key. */
        private int first(long hash, Pool pool) {
            if (placement instanceof LoadBound bounded) {
                return bounded.owner(hash, counts.of(pool));
            }
            return placement.owner(hash);
        }

        /** The first after the owner that can take it. */
        private int next(long hash, Request request, Pool pool) {
            int count = placement.replicas(hash, order.length, order);
            for (int i = 0; i < count; i++) {
                if (EligibleTargets.isAble(request, pool, indexes[order[i]])) {
                    return indexes[order[i]];
                }
            }
            return NONE;
        }

        Explanation explain(Request request, Pool pool, KeyText text, int picked) {
            long hash = placement.hash(text.bytes(request.key()));
            int[] ranks = new int[pool.size()];
            int count = placement.replicas(hash, order.length, order);
            for (int i = 0; i < count; i++) {
                ranks[indexes[order[i]]] = i + 1;
            }
            return new Explanation(
                    picked,
                    KeyText.of(request.key()) + " hashes to 0x" + Long.toHexString(hash) + "; "
                            + settings.kind().title() + " gives an order of targets, and the first that can takes it",
                    Explaining.candidates(
                            request,
                            pool,
                            target -> workings(pool, target, ranks[target]),
                            target -> Integer.toString(ranks[target]),
                            target -> leftOut(pool, target, picked, ranks)),
                    "");
        }

        private String workings(Pool pool, int target, int rank) {
            String place = rank == 0 ? "not in the order" : "choice " + rank;
            return placement instanceof LoadBound ? place + ", " + pool.inFlight(target) + " in flight" : place;
        }

        private String leftOut(Pool pool, int target, int picked, int[] ranks) {
            boolean passedOver = picked != NONE && ranks[target] < ranks[picked];
            return passedOver && placement instanceof LoadBound bounded
                    ? "at its bound of " + slots(bounded, pool, target) + " in flight"
                    : "";
        }

        private int slots(LoadBound bounded, Pool pool, int target) {
            for (int i = 0; i < indexes.length; i++) {
                if (indexes[i] == target) {
                    return bounded.slots(i, counts.of(pool).total());
                }
            }
            return 0;
        }
    }

    /** What a group's targets have in flight. */
    private static final class Counts implements TargetLoad {
        private final int[] indexes;
        private Pool pool = new Pool();

        Counts(int[] indexes) {
            this.indexes = indexes;
        }

        Counts of(Pool now) {
            pool = now;
            return this;
        }

        @Override
        public int inFlight(int target) {
            return pool.inFlight(indexes[target]);
        }

        @Override
        public int total() {
            int total = 0;
            for (int target : indexes) {
                total += pool.inFlight(target);
            }
            return total;
        }
    }
}
