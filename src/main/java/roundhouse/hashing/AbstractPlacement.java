package roundhouse.hashing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.functions.HashFunction;

/** What all placements share: the list of targets, rebuilding when it changes, and replicas by order of preference. */
public abstract class AbstractPlacement implements Placement {
    private static final int[] NO_ZONES = {};

    public final List<Target> targets;
    public final HashFunction function;
    /** How many targets are usable. */
    public final int usable;

    private final boolean[] usableTargets;
    private final int[] zones;
    private final int zoneCount;
    /** Whether some target of a weight is down, and zones matter: then the next choice need not be the next replica. */
    private final boolean zonedOutage;
    /** This placement with all targets up; built when first needed. */
    private volatile @Nullable AbstractPlacement withAllUp;

    public AbstractPlacement(List<Target> targets, HashFunction function) {
        this.targets = List.copyOf(targets);
        this.function = function;
        int count = 0;
        usableTargets = new boolean[targets.size()];
        for (int i = 0; i < usableTargets.length; i++) {
            usableTargets[i] = targets.get(i).usable();
            count += usableTargets[i] ? 1 : 0;
        }
        usable = count;
        if (targets.stream().allMatch(target -> target.zone() == null)) {
            zones = NO_ZONES;
            zoneCount = 0;
        } else {
            zones = new int[targets.size()];
            zoneCount = numberZones();
        }
        zonedOutage = zoneCount > 0 && targets.stream().anyMatch(target -> target.down() && target.weight() > 0);
    }

    /** Numbers the zones, a target of no zone being a zone of its own; returns how many the usable targets have. */
    private int numberZones() {
        Map<String, Integer> numbers = new HashMap<>();
        int ofUsable = numberZones(true, numbers, 0);
        numberZones(false, numbers, ofUsable);
        return ofUsable;
    }

    private int numberZones(boolean usable, Map<String, Integer> numbers, int next) {
        for (int i = 0; i < zones.length; i++) {
            if (usableTargets[i] == usable) {
                String zone = targets.get(i).zone();
                Integer known = zone == null ? null : numbers.putIfAbsent(zone, next);
                zones[i] = known == null ? next++ : known;
            }
        }
        return next;
    }

    @Override
    public abstract AbstractPlacement rebuild(List<Target> targets);

    /** The target that the key belongs to, zones aside, or {@link #NONE}. */
    public abstract int place(long keyHash);

    /**
     * Whether a key of a target that is down is served by its next replica, which in another zone need not be the next choice.
     * Software that knows nothing of zones goes to its next choice.
     */
    public boolean servedByReplicas() {
        return false;
    }

    /**
     * Offers usable targets to the set in order of preference for the key, the owner first, until it wants no more or there are
     * none left. A target may be offered more than once.
     */
    public abstract void walk(long keyHash, ReplicaSet set);

    @Override
    public final List<Target> targets() {
        return targets;
    }

    @Override
    public final HashFunction function() {
        return function;
    }

    @Override
    public long hash(byte[] key) {
        return function.hash(key);
    }

    public final boolean usable(int target) {
        return usableTargets[target];
    }

    /** The weight a usable target counts with; 0 for others. */
    public final int weight(int target) {
        return usableTargets[target] ? targets.get(target).weight() : 0;
    }

    /** The sum of {@code each} times every usable target's weight, checked against a limit on what can be built. */
    public final int totalWeight(int each, int limit) {
        long total = 0;
        for (Target target : targets) {
            total += target.usable() ? (long) each * target.weight() : 0;
        }
        if (total > limit) {
            throw new IllegalArgumentException(
                    "weights come to " + total + " points, and " + limit + " is the most; use smaller weights");
        }
        return (int) total;
    }

    @Override
    public final int owner(long keyHash) {
        return zonedOutage && servedByReplicas() ? firstHolderUp(keyHash) : place(keyHash);
    }

    /** Of the replicas that the key has when all targets are up, the first that is up now. */
    private int firstHolderUp(long keyHash) {
        AbstractPlacement up = withAllUp();
        int first = up.place(keyHash);
        if (first != NONE && !usable(first)) {
            int[] firstOfZones = new int[up.zoneCount];
            int count = up.replicas(keyHash, firstOfZones.length, firstOfZones);
            for (int i = 1; i < count; i++) {
                if (usable(firstOfZones[i])) {
                    return firstOfZones[i];
                }
            }
        }
        return place(keyHash);
    }

    private AbstractPlacement withAllUp() {
        AbstractPlacement known = withAllUp;
        if (known == null) {
            known = this;
            for (int target = 0; target < targets.size(); target++) {
                if (targets.get(target).down()) {
                    known = (AbstractPlacement) known.down(target, false);
                }
            }
            withAllUp = known;
        }
        return known;
    }

    /** Offers the targets that hold the key already, one in each zone, before any that would have to be sent it. */
    private void offerHolders(long keyHash, ReplicaSet set) {
        AbstractPlacement up = withAllUp();
        int[] holders = new int[up.zoneCount];
        int count = up.replicas(keyHash, holders.length, holders);
        for (int i = 0; i < count; i++) {
            if (usable(holders[i])) {
                set.offer(holders[i]);
            }
        }
    }

    @Override
    public final int replicas(long keyHash, int count, int[] out) {
        ReplicaSet set = new ReplicaSet(out, Math.min(count, usable), zones, zoneCount);
        if (zonedOutage && servedByReplicas()) {
            offerHolders(keyHash, set);
        }
        if (!set.full()) {
            walk(keyHash, set);
        }
        set.takeAnyZone();
        if (!set.full()) {
            walk(keyHash, set);
        }
        return set.size();
    }

    @Override
    public Placement with(Target target) {
        List<Target> more = new ArrayList<>(targets);
        more.add(target);
        return rebuild(more);
    }

    @Override
    public Placement without(int target) {
        List<Target> fewer = new ArrayList<>(targets);
        fewer.remove(target);
        return rebuild(fewer);
    }

    @Override
    public Placement replace(int target, Target replacement) {
        List<Target> others = new ArrayList<>(targets);
        others.set(target, replacement);
        return rebuild(others);
    }
}
