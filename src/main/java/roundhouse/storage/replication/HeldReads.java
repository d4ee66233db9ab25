package roundhouse.storage.replication;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Reads that wait until a member is no longer behind what they must show. */
public final class HeldReads {
    private final List<Held> held = new ArrayList<>();

    /**
     * One of them.
     *
     * @param index up to where the log must be applied
     * @param untilNanos when it has waited for too long
     */
    public record Held(StoreRequest request, long index, long untilNanos) {}

    public void hold(StoreRequest request, long index, long nowNanos) {
        held.add(new Held(request, index, nowNanos + request.rule().patienceNanos()));
    }

    /** Those that are so wait no longer, in the order in which they came. */
    public void release(Predicate<Held> isSo, Consumer<StoreRequest> then) {
        for (int i = 0; i < held.size(); i++) {
            if (isSo.test(held.get(i))) {
                then.accept(held.remove(i--).request());
            }
        }
    }

    /** When the first has waited for too long; {@link Long#MAX_VALUE} if none waits. */
    public long firstUntil() {
        return held.stream().mapToLong(Held::untilNanos).min().orElse(Long.MAX_VALUE);
    }

    public void forget() {
        held.clear();
    }
}
