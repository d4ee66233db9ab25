package roundhouse.routing.algorithms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import roundhouse.hashing.LoadBound;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Standing;
import roundhouse.hashing.Target;
import roundhouse.hashing.TargetLoad;
import roundhouse.hashing.TurnTaking;
import roundhouse.hashing.mirrors.HaproxyMap;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/** The primaries or the backups of a pool, and the placement over them. */
final class KeyGroup {
    private final PlacementSettings settings;
    /** Whether the others, primaries or backups, are in the placement too, as targets that are down. */
    private final boolean all;

    final Placement placement;
    private final List<Target> targets;
    /** For each target of the placement its index in the pool. */
    private final int[] indexes;

    private final int[] order;
    private final Counts counts;
    private final KeyTurns turns;
    /** Whether the first backup is to be used, and others have places of its. */
    private final boolean shared;

    /** Of no targets. */
    static KeyGroup empty(PlacementSettings settings, boolean all) {
        return new KeyGroup(settings, all, settings.create(List.of()), List.of(), new int[0], false);
    }

    private KeyGroup(
            PlacementSettings settings,
            boolean all,
            Placement placement,
            List<Target> targets,
            int[] indexes,
            boolean shared) {
        this.settings = settings;
        this.all = all;
        this.targets = targets;
        this.indexes = indexes;
        this.placement = placement;
        this.shared = shared;
        order = new int[indexes.length];
        turns = new KeyTurns(indexes);
        counts = new Counts(indexes);
    }

    /** The group of the pool as it is now: this one when nothing about it changed. */
    KeyGroup following(Pool pool, boolean backup) {
        boolean share = backup && pool.isOneBackup() && pool.sharesPlaces();
        List<Target> now = new ArrayList<>();
        int[] where = new int[pool.size()];
        for (int target = 0; target < pool.size(); target++) {
            boolean other = pool.isBackup(target) != backup;
            if (!pool.isRemoved(target) && (all || !other)) {
                where[now.size()] = target;
                boolean down = other
                        || pool.isDown(target)
                        || pool.isOut(target)
                        || pool.isDraining(target)
                        || (pool.isBehind(target) && !share);
                now.add(new Target(
                        pool.name(target),
                        pool.fullWeight(target),
                        pool.zone(target),
                        down,
                        pool.text(target),
                        settings.kind().warmsUp() ? pool.part(target) : Target.WHOLE));
            }
        }
        int[] indexesNow = Arrays.copyOf(where, now.size());
        if (now.equals(targets) && Arrays.equals(indexesNow, indexes) && share == shared) {
            return this;
        }
        Placement next = targets.isEmpty() ? settings.create(now) : settings.following(placement, now);
        if (next instanceof HaproxyMap map) {
            next = map.withLength(share);
        }
        return new KeyGroup(settings, all, next, List.copyOf(now), indexesNow, share);
    }

    /** @param weights whose turn it is where the key decides nothing */
    int pick(long hash, Request request, Pool pool, SmoothWeights weights) {
        if (placement instanceof TurnTaking taking) {
            int target = taking.owner(hash, turns.of(request, pool, weights));
            return target == Placement.NONE ? Balancer.NONE : indexes[target];
        }
        return pick(hash, request, pool);
    }

    /** By the key alone. */
    int pick(long hash, Request request, Pool pool) {
        int owner = first(hash, pool);
        if (owner == Placement.NONE) {
            return Balancer.NONE;
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
        return Balancer.NONE;
    }

    Explanation explain(long hash, String key, Request request, Pool pool, int picked) {
        int[] ranks = new int[pool.size()];
        int count = placement.replicas(hash, order.length, order);
        for (int i = 0; i < count; i++) {
            ranks[indexes[order[i]]] = i + 1;
        }
        Standing standing = placement.standing(hash);
        String[] places = new String[pool.size()];
        Arrays.fill(places, "");
        for (int i = 0; i < indexes.length; i++) {
            places[indexes[i]] = standing.targets().get(i);
        }
        String stands = standing.key().isEmpty() ? "" : ", " + standing.key();
        return new Explanation(
                picked,
                key + " hashes to 0x" + Long.toHexString(hash) + stands + "; "
                        + settings.kind().title() + " gives an order of targets, and the first that can takes it",
                Explaining.candidates(
                        request,
                        pool,
                        target -> workings(pool, target, places[target]),
                        target -> ranks[target] == 0 ? "not in the order" : "choice " + ranks[target],
                        target -> leftOut(pool, target, picked, ranks)),
                "",
                standing.key());
    }

    private String workings(Pool pool, int target, String place) {
        String load = placement instanceof LoadBound ? pool.inFlight(target) + " in flight" : "";
        return place.isEmpty() || load.isEmpty() ? place + load : place + ", " + load;
    }

    private String leftOut(Pool pool, int target, int picked, int[] ranks) {
        boolean passedOver = picked != Balancer.NONE && ranks[target] < ranks[picked];
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
