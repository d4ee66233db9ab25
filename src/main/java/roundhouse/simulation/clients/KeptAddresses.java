package roundhouse.simulation.clients;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.JdkAddressCache;
import roundhouse.simulation.engine.DurationSampler;
import roundhouse.simulation.resolving.NamedTargets;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.naming.AddressKeeping;

/** The addresses that the users of a clients node keep, each for itself. */
final class KeptAddresses {
    private final AddressKeeping rules;
    private final Map<Integer, JdkAddressCache<NamedTargets>> users = new LinkedHashMap<>();

    private KeptAddresses(AddressKeeping rules) {
        this.rules = rules;
    }

    /** Null for clients that keep none. */
    static @Nullable KeptAddresses of(Clients clients) {
        AddressKeeping rules = clients.resolvers().keep();
        return rules == null ? null : new KeptAddresses(rules);
    }

    private JdkAddressCache<NamedTargets> cache(int user) {
        return users.computeIfAbsent(
                user,
                _ -> new JdkAddressCache<>(
                        rules.ttl() == null ? JdkAddressCache.FOREVER : DurationSampler.nanos(rules.ttl()),
                        DurationSampler.nanos(rules.negative()),
                        DurationSampler.nanos(rules.stale())));
    }

    /** Whether the user asks nobody now. */
    boolean knows(int user, long nowNanos) {
        return cache(user).knows(nowNanos);
    }

    /** What the user knows; null when that is that there is no address. */
    @Nullable
    NamedTargets of(int user) {
        return cache(user).kept();
    }

    /** The user has asked and was told this, null for no address. Returns what it goes by. */
    @Nullable
    NamedTargets asked(int user, @Nullable NamedTargets found, long nowNanos) {
        return cache(user).asked(found, nowNanos);
    }
}
