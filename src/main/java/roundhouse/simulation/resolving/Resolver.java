package roundhouse.simulation.resolving;

import org.jspecify.annotations.Nullable;
import roundhouse.naming.AnswerOrder;
import roundhouse.naming.ResolverCache;
import roundhouse.simulation.components.SlotList;
import roundhouse.simulation.engine.Attempt;

/** A resolver: what it keeps of the name, and who waits for it to know more. */
final class Resolver {
    final int region;
    final long phaseNanos;
    final ResolverCache<NamedTargets> cache;
    /** Attempts that wait for its question to be answered. */
    final SlotList waiting = new SlotList();
    /** Its question that is on its way; null while there is none. */
    @Nullable
    Attempt lookup;
    /** Until when it remembers that it could not get an answer, nanoseconds. */
    long failedUntilNanos;

    private final AnswerOrder order;
    private int[] turned = {};

    Resolver(int region, long phaseNanos, ResolverCache<NamedTargets> cache, AnswerOrder order) {
        this.region = region;
        this.phaseNanos = phaseNanos;
        this.cache = cache;
        this.order = order;
    }

    /** With which address of so many the answer to a query begins. */
    int first(int queryId, int count) {
        if (count == 1) {
            return 0;
        }
        turned = turned.length == count ? turned : new int[count];
        order.next(queryId, turned);
        return turned[0];
    }
}
