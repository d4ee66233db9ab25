package roundhouse.simulation.observing.tracing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Outcome;
import roundhouse.simulation.engine.Pick;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.simulation.reasons.LimitAnswer;

/**
 * The life of one request.
 *
 * @param number its number among the run's requests, from 1
 * @param clients the id of the clients node it is from
 * @param address its client's address
 * @param session its client's session
 * @param key the key it is about
 * @param path of its kind
 * @param read whether it reads; else it writes
 * @param beganNanos simulated nanoseconds
 * @param endedNanos simulated nanoseconds, or {@link Span#NOT_YET}
 * @param outcome null while it has not ended
 * @param parts its attempts and the waits between them, in order
 * @param caches what caches answered and why, in order
 * @param limits what limits and breakers held it up, in order
 * @param queues where in queues before cores it lined up, in order
 * @param picks why it went where it went, in order; empty unless asked for
 */
public record Trace(
        long number,
        String clients,
        String address,
        long session,
        long key,
        String path,
        boolean read,
        long beganNanos,
        long endedNanos,
        @Nullable Outcome outcome,
        List<Span> parts,
        List<CacheAnswer> caches,
        List<LimitAnswer> limits,
        List<QueuePlace> queues,
        List<Pick> picks) {
    public Trace {
        parts = List.copyOf(parts);
        caches = List.copyOf(caches);
        limits = List.copyOf(limits);
        queues = List.copyOf(queues);
        picks = List.copyOf(picks);
    }

    /** What caches answered at a node during that stay there. */
    public List<CacheAnswer> answersAt(Span stay) {
        return caches.stream()
                .filter(answer -> isOf(stay, answer.node(), answer.timeNanos()))
                .toList();
    }

    /** What limits and breakers of a node held it up during that stay there. */
    public List<LimitAnswer> limitsAt(Span stay) {
        return limits.stream()
                .filter(limit -> isOf(stay, limit.node(), limit.timeNanos()))
                .toList();
    }

    private static boolean isOf(Span stay, String node, long timeNanos) {
        return node.equals(stay.where())
                && timeNanos >= stay.startNanos()
                && (!stay.hasEnded() || timeNanos <= stay.endNanos());
    }

    /** What its browser answered before it set out. */
    public List<CacheAnswer> answersBefore() {
        return caches.stream().filter(answer -> answer.node().isEmpty()).toList();
    }
}
