package roundhouse.hashing.measures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.rings.PointIndex;
import roundhouse.hashing.rings.Ring;

/**
 * A stretch of a ring whose keys a target must be sent because the ring changed.
 *
 * @param after the hash it begins behind, unsigned
 * @param upTo its last hash, unsigned; less than {@code after} when the stretch goes through 0
 * @param source the name of the target that sends it, or null when no target that is left has it
 * @param receiver the name of the target that lacks it
 * @param owned whether the receiver now owns the stretch, and not just holds a copy
 */
public record Transfer(long after, long upTo, @Nullable String source, String receiver, boolean owned) {
    private static final long IGNORED = 0xffff;

    /** What part of the ring it is, from 0 to 1. */
    public double share() {
        long length = upTo - after;
        return after == upTo ? 1 : ((length >>> 11) * 0x1p-53);
    }

    /**
     * What must be sent when the ring becomes another, each key being on {@code copies} targets. The source is one that gives the
     * stretch up, if it is still up, or else the first that has it. When a target dies its keys are served by their next replica, which has them already; what is listed then is what must be sent to have {@code copies} again.
     */
    public static List<Transfer> between(Ring before, Ring after, int copies) {
        return between(before, after, copies, name -> isUp(after, name));
    }

    /** As {@link #between}, but a target that leaves is there until it has sent what it had. */
    public static List<Transfer> handingOver(Ring before, Ring after, int copies) {
        return between(before, after, copies, name -> isUp(after, name) || after.indexOf(name) == Placement.NONE);
    }

    private static List<Transfer> between(Ring before, Ring after, int copies, Predicate<String> canSend) {
        long[] ends = LongStream.concat(positions(before), positions(after))
                .map(position -> position ^ Long.MIN_VALUE)
                .sorted()
                .distinct()
                .map(position -> (position ^ Long.MIN_VALUE) | IGNORED)
                .toArray();
        List<Transfer> transfers = new ArrayList<>();
        for (int i = 0; i < ends.length; i++) {
            long begin = ends[i == 0 ? ends.length - 1 : i - 1];
            List<String> had = holders(before, ends[i], copies);
            List<String> have = holders(after, ends[i], copies);
            stretch(begin, ends[i], had, have, canSend, transfers);
        }
        return merged(transfers);
    }

    private static LongStream positions(Ring ring) {
        PointIndex pointIndex = ring.pointIndex();
        return LongStream.range(0, pointIndex.size()).map(i -> pointIndex.position((int) i));
    }

    private static List<String> holders(Ring ring, long hash, int copies) {
        int[] targets = new int[Math.min(copies, ring.targets().size())];
        int count = ring.replicas(hash, targets.length, targets);
        return Arrays.stream(targets, 0, count)
                .mapToObj(target -> ring.targets().get(target).name())
                .toList();
    }

    private static void stretch(
            long begin,
            long end,
            List<String> had,
            List<String> have,
            Predicate<String> canSend,
            List<Transfer> transfers) {
        List<String> sources = new ArrayList<>(had);
        Set<String> kept = new HashSet<>(have);
        sources.removeIf(canSend.negate());
        // Targets that give the stretch up come first, each used once; otherwise sorting keeps the order.
        sources.sort((a, b) -> Boolean.compare(kept.contains(a), kept.contains(b)));
        int used = 0;
        for (String receiver : have) {
            if (!had.contains(receiver)) {
                String source = sources.isEmpty() ? null : sources.get(Math.min(used++, sources.size() - 1));
                transfers.add(new Transfer(begin, end, source, receiver, receiver.equals(have.getFirst())));
            }
        }
    }

    private static boolean isUp(Ring ring, String name) {
        int target = ring.indexOf(name);
        return target != Placement.NONE && ring.usable(target);
    }

    /** Joins stretches that touch and go the same way. */
    private static List<Transfer> merged(List<Transfer> transfers) {
        List<Transfer> merged = new ArrayList<>();
        for (Transfer next : transfers) {
            int at = merged.size() - 1;
            while (at >= 0 && !merged.get(at).isFollowedBy(next)) {
                at = merged.get(at).upTo == next.after || merged.get(at).upTo == next.upTo ? at - 1 : -1;
            }
            if (at < 0) {
                merged.add(next);
            } else {
                merged.set(at, new Transfer(merged.get(at).after, next.upTo, next.source, next.receiver, next.owned));
            }
        }
        return merged;
    }

    private boolean isFollowedBy(Transfer next) {
        return upTo == next.after
                && receiver.equals(next.receiver)
                && owned == next.owned
                && java.util.Objects.equals(source, next.source);
    }
}
