package roundhouse.topology.nodes;

import org.jspecify.annotations.Nullable;

/** A link while its parts are set; at first as in a file that says nothing of them. */
public final class LinkDraft {
    public String from;
    public String to;
    public Distribution latency;
    public int weight = 1;
    public boolean backup;
    public boolean down;
    public int limit = Defaults.UNLIMITED;
    public String pool = Link.DEFAULT_POOL;
    public @Nullable Heartbeat heartbeat;

    public LinkDraft(String from, String to, Distribution latency) {
        this.from = from;
        this.to = to;
        this.latency = latency;
    }

    public LinkDraft(Link link) {
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

    public Link build() {
        return new Link(from, to, latency, weight, backup, down, limit, pool, heartbeat);
    }
}
