package roundhouse.simulation.clients;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.caching.freshness.Held;
import roundhouse.kernel.RandomStream;
import roundhouse.simulation.components.CacheFigures;
import roundhouse.simulation.components.KeptCache;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.Attempt;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.reasons.CacheReason;
import roundhouse.simulation.reasons.Leaving;
import roundhouse.simulation.tiers.CacheTier;
import roundhouse.topology.nodes.data.CacheSettings;

/**
 * The cache of each user of a clients node, as a browser has one; made when the user first needs it. A read that it can answer goes
 * nowhere. What a user writes goes out of that user's cache (RFC 9111, section 4.4).
 */
final class BrowserCaches {
    private final RunContext context;
    private final NodeComponent clients;
    private final CacheFigures figures = new CacheFigures();
    private final RandomStream random;
    private @Nullable CacheSettings settings;
    private DurationSampler hit = DurationSampler.NONE;
    private @Nullable CacheTier[] tiers = {};

    BrowserCaches(RunContext context, NodeComponent clients) {
        this.context = context;
        this.clients = clients;
        random = context.streams.of(clients.id, "browser hits");
    }

    void become(@Nullable CacheSettings next) {
        settings = next;
        hit = next == null ? DurationSampler.NONE : DurationSampler.of(next.hitTime(), random);
        if (next != null) {
            context.data.turnOn();
        }
        for (int user = 0; user < tiers.length; user++) {
            if (tiers[user] != null) {
                tiers[user] = CacheTier.become(tiers[user], context, name(user), next, figures);
            }
        }
    }

    private String name(int user) {
        return clients.id + " user " + user;
    }

    boolean isOn() {
        return settings != null;
    }

    @Nullable
    CacheFigures figures() {
        return settings == null && figures.lookups() == 0 ? null : figures;
    }

    void addTo(List<KeptCache> caches) {
        for (CacheTier tier : tiers) {
            if (tier != null) {
                caches.add(tier);
            }
        }
    }

    /** How long the next lookup takes, nanoseconds. */
    long lookupNanos() {
        return hit.nextNanos();
    }

    private @Nullable CacheTier tier(int user) {
        CacheSettings its = settings;
        if (its == null) {
            return null;
        }
        if (user >= tiers.length) {
            tiers = Arrays.copyOf(tiers, Math.max(user + 1, tiers.length * 2));
        }
        CacheTier tier = tiers[user];
        if (tier == null) {
            tier = new CacheTier(context, name(user), its, figures);
            tiers[user] = tier;
        }
        return tier;
    }

    /** The request writes, and its user's cache is not asked. */
    void pass(Attempt attempt) {
        if (settings != null && context.observer.caches() != null) {
            context.passes(attempt, name(attempt.user), CacheReason.Bypass.WRITE);
        }
    }

    /** Whether the user's cache answers the read; then the attempt has its value. */
    boolean answers(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        if (tier == null) {
            return false;
        }
        long nowNanos = context.kernel.nowNanos();
        Held found = tier.look(attempt.key(), nowNanos);
        if (found == Held.FRESH && !tier.isNegative()) {
            tier.give(attempt, clients, nowNanos);
            return true;
        }
        tier.missAlone(attempt, attempt.key());
        return false;
    }

    /** A request has ended well, elsewhere. */
    void ended(Attempt attempt) {
        CacheTier tier = tier(attempt.user);
        if (tier == null) {
            return;
        }
        long nowNanos = context.kernel.nowNanos();
        if (attempt.read) {
            tier.keep(
                    attempt.key(),
                    attempt.data().stamp,
                    attempt.valueBytes,
                    nowNanos - attempt.startedAtNanos,
                    nowNanos);
        } else {
            tier.drop(attempt.key(), Leaving.Cause.WRITTEN, attempt.request, nowNanos);
        }
    }
}
