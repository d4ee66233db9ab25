package roundhouse.routing.haproxy;

import java.util.Comparator;
import java.util.stream.IntStream;
import roundhouse.routing.Pool;

/** HAProxy works on each change of a server when it comes; here changes are caught up with, in the order in which they came. */
final class ChangeOrder {
    private ChangeOrder() {}

    /** The pool's targets, those first whose weight or state changed first. */
    static int[] of(Pool pool) {
        return IntStream.range(0, pool.size())
                .boxed()
                .sorted(Comparator.comparingInt(pool::changedIn))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
