package roundhouse.hashing;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Picks out targets by index. */
public final class Candidates {
    private Candidates() {}

    /** The indexes of the targets of which this holds, in their order. */
    public static int[] of(List<Target> targets, Predicate<Target> holds) {
        return IntStream.range(0, targets.size())
                .filter(target -> holds.test(targets.get(target)))
                .toArray();
    }

    /** The indexes of the usable ones. */
    public static int[] usable(List<Target> targets) {
        return of(targets, Target::usable);
    }
}
