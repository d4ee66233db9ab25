package roundhouse.workbench.inspector;

import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Distribution;
import roundhouse.topology.Heartbeat;
import roundhouse.topology.Link;

/** A link while one of its parts is changed. */
final class LinkDraft {
    private final String from;
    private final String to;
    Distribution latency;
    int weight;
    boolean backup;
    boolean down;
    int limit;
    String pool;

    @Nullable
    Heartbeat heartbeat;

    private LinkDraft(Link link) {
        from = link.from();
        to = link.to();
        latency = link.latency();
        weight = link.weight();
        backup = link.backup();
        down = link.down();
        limit = link.limit();
        pool = link.pool();
        heartbeat = link.heartbeat();
    }

    /** A function that gives a link with one part set. */
    static <V extends @Nullable Object> BiFunction<Link, V, Link> with(BiConsumer<LinkDraft, V> set) {
        return (link, value) -> {
            LinkDraft draft = new LinkDraft(link);
            set.accept(draft, value);
            return draft.done();
        };
    }

    private Link done() {
        return new Link(from, to, latency, weight, backup, down, limit, pool, heartbeat);
    }
}
