package roundhouse.simulation.targets;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.sticky.StickyTable;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.Hop;
import roundhouse.topology.nodes.parts.Sticky;

/**
 * What keeps the clients of one pool on the target they were given. By address or header the balancer remembers them in a stick
 * table; a cookie names the target and is kept by the client, who has it with the first reply that comes in time, so that it outlives
 * the balancer and another of the pair understands it. Where the target named cannot take the request, or is unknown, the client is a
 * new one and sticks to whom it is given then. Requests without the header stick to nobody.
 *
 * <p>At layer 7 the table is written with each reply, as HAProxy does: until a new client has its first, its other requests are new
 * ones too, and the target of the last reply is the one it sticks to. Room for the entry is taken when the request comes, and kept for it
 * while it waits and is served; without any the reply is not written. At layer 4 both happen when the connection is opened.
 */
public final class Stickiness {
    private final Sticky spec;
    private final String header;
    /** Of this table among those that the balancer has and had. */
    private final int number;

    private final StickyTable table;
    /** Whether the table is written with replies. */
    private final boolean byReply;

    Stickiness(Sticky spec, int layer, int number) {
        this.spec = spec;
        this.number = number;
        byReply = layer == 7;
        String name = spec.header();
        header = name == null ? "" : name.toLowerCase(Locale.ROOT);
        table = new StickyTable(
                spec.size(),
                spec.life() == null ? StickyTable.FOREVER : DurationSampler.nanos(spec.life()),
                spec.whenFull() == Sticky.WhenFull.KEEP
                        ? StickyTable.WhenFull.KEEP
                        : StickyTable.WhenFull.PURGE_OLDEST);
    }

    /** The target that the client of the attempt, which has come just now, is to have again, or {@link Balancer#NONE}. */
    int find(Attempt attempt, Pool pool, long nowNanos) {
        return switch (spec.by()) {
            case OFF -> Balancer.NONE;
            case ADDRESS -> find(StickyTable.keyOf(attempt.client()), attempt, pool, nowNanos);
            case HEADER -> {
                String value = value(attempt);
                yield value == null ? Balancer.NONE : find(Mix.text(0, value), attempt, pool, nowNanos);
            }
            case COOKIE -> {
                int target = named(attempt, pool);
                yield target != Balancer.NONE && pool.canServeSticky(target) && !attempt.tried(target)
                        ? target
                        : Balancer.NONE;
            }
        };
    }

    private int find(long key, Attempt attempt, Pool pool, long nowNanos) {
        int target = table.find(key, attempt, pool, nowNanos);
        Hop here = attempt.top();
        if (here.kept == 0 && table.takeRoom(nowNanos)) {
            if (byReply) {
                here.kept = number;
            } else {
                table.giveRoomBack();
            }
        }
        return target;
    }

    /** The attempt leaves the balancer: what room was taken for it and not used is given back. */
    void left(Attempt attempt) {
        if (attempt.top().kept == number) {
            attempt.top().kept = 0;
            table.giveRoomBack();
        }
    }

    /** The target it sticks to, even if that cannot take it now; or {@link Balancer#NONE}. */
    int peek(Attempt attempt, Pool pool) {
        return switch (spec.by()) {
            case OFF -> Balancer.NONE;
            case ADDRESS -> table.peek(StickyTable.keyOf(attempt.client()));
            case HEADER -> {
                String value = value(attempt);
                yield value == null ? Balancer.NONE : table.peek(Mix.text(0, value));
            }
            case COOKIE -> named(attempt, pool);
        };
    }

    /** The attempt, whose client stuck to nobody, was given that target. */
    void given(Attempt attempt, Pool pool, int target, long nowNanos) {
        if (spec.by() == Sticky.By.COOKIE) {
            attempt.setStickyCookie(pool.name(target));
        } else if (!byReply && table.takeRoom(nowNanos)) {
            remember(attempt, target, nowNanos, nowNanos);
        }
    }

    /** The target has answered the attempt, which goes back to its client. */
    void answered(Attempt attempt, int target, long nowNanos) {
        if (attempt.top().kept == number) {
            attempt.top().kept = 0;
            remember(attempt, target, attempt.top().sinceNanos, nowNanos);
        }
    }

    /** In the table, where room was taken. */
    private void remember(Attempt attempt, int target, long sinceNanos, long nowNanos) {
        String value = spec.by() == Sticky.By.HEADER ? value(attempt) : null;
        table.put(
                value == null ? StickyTable.keyOf(attempt.client()) : Mix.text(0, value), target, sinceNanos, nowNanos);
    }

    private @Nullable String value(Attempt attempt) {
        return attempt.kind().headers().get(header);
    }

    private static int named(Attempt attempt, Pool pool) {
        String name = attempt.cookie();
        if (name != null) {
            for (int target = 0; target < pool.size(); target++) {
                if (!pool.isRemoved(target) && pool.name(target).equals(name)) {
                    return target;
                }
            }
        }
        return Balancer.NONE;
    }

    /** By what the client of the attempt is known: "session 17", "address 10.0.0.1", "header x-user: 7"; empty when by nothing. */
    String client(Attempt attempt) {
        return switch (spec.by()) {
            case OFF -> "";
            case ADDRESS -> "address " + attempt.client();
            case COOKIE -> "session " + attempt.session();
            case HEADER -> {
                String value = value(attempt);
                yield value == null ? "" : "header " + header + ": " + value;
            }
        };
    }
}
