package roundhouse.hashing.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;

/**
 * Which keys a change of placement moves, from whom to whom, and the least that any placement would have had to move. Targets of the two
 * placements are the same when their names are.
 */
public final class Movement {
    private final List<Target> before;
    private final List<Target> after;
    private final int[] from;
    private final int[] to;
    /** For each target before, its index after, or NONE. */
    private final int[] indexAfter;

    private final int moved;

    /**
     * Keys that went from one target to another.
     *
     * @param from its name, empty for keys that nobody owned
     * @param to its name, empty for keys that nobody owns now
     */
    public record Flow(String from, String to, int keys) {}

    private Movement(List<Target> before, int[] from, List<Target> after, int[] to) {
        this.before = before;
        this.after = after;
        this.from = from;
        this.to = to;
        indexAfter = indexes(before, after);
        int count = 0;
        for (int key = 0; key < from.length; key++) {
            count += moved(key) ? 1 : 0;
        }
        moved = count;
    }

    /** What moves of these keys; each is hashed as either placement has it. */
    public static Movement between(Placement before, Placement after, List<String> keys) {
        long[] hashesBefore = keys.stream().mapToLong(before::hash).toArray();
        long[] hashesAfter = keys.stream().mapToLong(after::hash).toArray();
        return between(before, hashesBefore, after, hashesAfter);
    }

    /** What moves of the keys of these hashes, which mean the same to both placements. */
    public static Movement between(Placement before, Placement after, long[] hashes) {
        return between(before, hashes, after, hashes);
    }

    /** What moves of keys of which the hashes as either placement has them are known, in the same order. */
    public static Movement between(Placement before, long[] hashesBefore, Placement after, long[] hashesAfter) {
        if (hashesBefore.length != hashesAfter.length) {
            throw new IllegalArgumentException(
                    hashesBefore.length + " keys before and " + hashesAfter.length + " after");
        }
        return between(
                before.targets(),
                Arrays.stream(hashesBefore).mapToInt(before::owner).toArray(),
                after.targets(),
                Arrays.stream(hashesAfter).mapToInt(after::owner).toArray());
    }

    /** What moved of keys of which the owners before and after are known: indexes of these targets. */
    public static Movement between(List<Target> before, int[] from, List<Target> after, int[] to) {
        return new Movement(List.copyOf(before), from.clone(), List.copyOf(after), to.clone());
    }

    /** For each of the first targets the index among the second of the one of the same name; of equal names, in their order. */
    private static int[] indexes(List<Target> first, List<Target> second) {
        Map<String, List<Integer>> known = new HashMap<>();
        for (int i = 0; i < second.size(); i++) {
            known.computeIfAbsent(second.get(i).name(), _ -> new ArrayList<>()).add(i);
        }
        Map<String, Integer> used = new HashMap<>();
        int[] indexes = new int[first.size()];
        for (int i = 0; i < indexes.length; i++) {
            String name = first.get(i).name();
            List<Integer> same = known.getOrDefault(name, List.of());
            int occurrence = used.merge(name, 1, Integer::sum) - 1;
            indexes[i] = occurrence < same.size() ? same.get(occurrence) : Placement.NONE;
        }
        return indexes;
    }

    /** How many keys were looked at. */
    public int keys() {
        return from.length;
    }

    /** How many of them have another owner now. */
    public int moved() {
        return moved;
    }

    public boolean moved(int key) {
        int was = from[key];
        return (was == Placement.NONE ? Placement.NONE : indexAfter[was]) != to[key] || gone(was);
    }

    private boolean gone(int target) {
        return target != Placement.NONE && indexAfter[target] == Placement.NONE;
    }

    /**
     * How many keys any placement must move that gives every target its fair share by weight before and after: what the targets lose
     * whose shares shrink.
     */
    public double least() {
        return leastOf(keys());
    }

    /** The same of so many keys. */
    double leastOf(int keys) {
        double[] sharesBefore = Balance.shares(before);
        double[] sharesAfter = Balance.shares(after);
        double lost = 0;
        for (int target = 0; target < sharesBefore.length; target++) {
            double share = indexAfter[target] == Placement.NONE ? 0 : sharesAfter[indexAfter[target]];
            lost += Math.max(0, sharesBefore[target] - share);
        }
        return lost * keys;
    }

    /** From whom to whom, the most keys first. */
    public List<Flow> flows() {
        // Sorted by the pair, so that equal flows come in the order of the targets.
        Map<Long, Integer> counts = new TreeMap<>();
        for (int key = 0; key < from.length; key++) {
            if (moved(key)) {
                counts.merge(((from[key] + 1L) << 32) | (to[key] + 1L), 1, Integer::sum);
            }
        }
        List<Flow> flows = new ArrayList<>();
        counts.forEach((pair, count) -> flows.add(
                new Flow(name(before, (int) (pair >>> 32) - 1), name(after, (int) (pair & 0xffff_ffffL) - 1), count)));
        flows.sort(Comparator.comparingInt(Flow::keys).reversed());
        return flows;
    }

    private static String name(List<Target> targets, int target) {
        return target == Placement.NONE ? "" : targets.get(target).name();
    }
}
