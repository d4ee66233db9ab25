package roundhouse.simulation.serving;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Placement;
import roundhouse.hashing.Target;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.algorithms.KeyText;
import roundhouse.simulation.components.LinkComponent;
import roundhouse.simulation.engine.RunContext;

/**
 * The caches that a server asks, which share the keys. One that does not answer well is left out for a while, as clients of memcached do
 * it, so that its keys are others' meanwhile; if all are, each is tried.
 */
final class SharedCaches {
    static final int NONE = -1;
    /** How long one is left out that did not answer. */
    static final long LEFT_OUT_NANOS = 5_000_000_000L;

    private final RunContext context;
    private final OutgoingLinks links;
    private final KeyText text = new KeyText();
    private List<String> ids = List.of();
    private PlacementSettings settings = PlacementSettings.DEFAULT;
    private @Nullable LinkComponent[] ways = {};
    private long[] outUntilNanos = {};
    private boolean[] out = {};
    /** When the first that is left out comes back. */
    private long nextBackNanos = Long.MAX_VALUE;

    /** Null after the caches or their links changed until it is asked for, so that links added one by one do not each build a ring. */
    private @Nullable Placement placement;
    /** The caches as the placement numbers them. */
    private int[] members = {};

    private List<Target> targets = List.of();
    /** The only one that is in use, so that nothing need be looked up; {@link #NONE} where there are more, or none. */
    private int only = NONE;

    private @Nullable LinkComponent wayToOnly;

    SharedCaches(RunContext context, OutgoingLinks links) {
        this.context = context;
        this.links = links;
    }

    void become(List<String> caches, PlacementSettings placed) {
        if (!caches.equals(ids) || !placed.equals(settings)) {
            ids = caches;
            settings = placed;
            outUntilNanos = new long[ids.size()];
            out = new boolean[ids.size()];
        }
        linked();
    }

    /** Its links are other ones. */
    void linked() {
        ways = new LinkComponent[ids.size()];
        for (int i = 0; i < ways.length; i++) {
            ways[i] = links.to(ids.get(i));
        }
        place();
    }

    private void place() {
        members = new int[ids.size()];
        int count = 0;
        nextBackNanos = Long.MAX_VALUE;
        targets = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            LinkComponent way = ways[i];
            if (out[i]) {
                nextBackNanos = Math.min(nextBackNanos, outUntilNanos[i]);
            } else if (way != null) {
                members[count++] = i;
                targets.add(Target.of(ids.get(i), way.link().weight()));
            }
        }
        members = Arrays.copyOf(members, count);
        placement = null;
        only = count == 1 ? members[0] : NONE;
        wayToOnly = count == 1 ? ways[only] : null;
    }

    /** Where the keys are, for whoever wants to see it; null while at most one cache is in use. */
    @Nullable
    Placement placement() {
        if (placement == null && members.length > 1) {
            placement = settings.create(targets);
        }
        return placement;
    }

    /** The cache that the key is in; {@link #NONE} when none is in use. */
    int of(long key) {
        if (nextBackNanos <= context.kernel.nowNanos()) {
            comeBack();
        }
        Placement now = only == NONE ? placement() : null;
        if (now == null) {
            return only;
        }
        int owner = now.owner(now.hash(text.bytes(key)));
        return owner == Placement.NONE ? NONE : members[owner];
    }

    private void comeBack() {
        long nowNanos = context.kernel.nowNanos();
        for (int i = 0; i < out.length; i++) {
            out[i] &= outUntilNanos[i] > nowNanos;
        }
        place();
    }

    /** The way to a cache; null where there is none any more. */
    @Nullable
    LinkComponent way(int cache) {
        return cache == only ? wayToOnly : cache < ways.length ? ways[cache] : null;
    }

    /** A cache has not answered, or with an error. One alone is asked again the next time. */
    void failed(int cache) {
        if (members.length > 1 && cache < out.length && !out[cache]) {
            out[cache] = true;
            outUntilNanos[cache] = context.kernel.nowNanos() + LEFT_OUT_NANOS;
            place();
        }
    }
}
