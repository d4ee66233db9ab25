package roundhouse.simulation.targets;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Balancer;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;
import roundhouse.routing.zones.ZoneCounts;
import roundhouse.routing.zones.ZoneDecision;
import roundhouse.routing.zones.ZoneRule;
import roundhouse.routing.zones.ZoneSplit;
import roundhouse.simulation.engine.BalancerZones;

/**
 * Which zone serves a request of a balancer that prefers its own, and the algorithm's picks there: each zone has a balancer of its own,
 * as in Envoy, so that turns are taken within it. If nobody of the zone can take the request others may, where Envoy would answer with
 * an error. What is known of the zones follows the pool and is looked at with each pick.
 */
final class ZoneRouting {
    private static final int ANYWHERE = -1;
    private static final int PERCENT = 100;

    private final String owner;
    private final Pool pool;
    private final ZoneRule rule;
    private final @Nullable String own;
    private final BalancerZones balancerZones;
    private final RandomStream random;
    private final Function<String, Balancer> create;
    private final Consumer<String> transcript;
    private final PoolZones zones;
    private final OneZoneRequest oneZone;
    private @Nullable Balancer[] balancers = {};
    private Map<String, Integer> sharing = Map.of();
    private int poolVersion;
    private int topologyVersion;
    private @Nullable ZoneDecision decision;

    /** The zone of the last decision, or {@link #ANYWHERE}. */
    private int zone = ANYWHERE;
    /** Whether the rule was not asked for that. */
    private boolean exempt;

    /**
     * @param own the zone the balancer stands in, null for none
     * @param create makes a balancer without a history, for the zone of that name
     * @param transcript is told what the balancer does, in words that follow its id
     */
    ZoneRouting(
            String owner,
            Pool pool,
            ZoneRule rule,
            @Nullable String own,
            BalancerZones balancerZones,
            RandomStream random,
            Function<String, Balancer> create,
            Consumer<String> transcript) {
        this.owner = owner;
        this.pool = pool;
        this.rule = rule;
        this.own = own;
        this.balancerZones = balancerZones;
        this.random = random;
        this.create = create;
        this.transcript = transcript;
        zones = new PoolZones(pool);
        oneZone = new OneZoneRequest(pool, zones);
    }

    /** What it does, in two words; empty before the first pick. */
    String mode() {
        return decision == null ? "" : decision.mode();
    }

    private String words() {
        return decision == null ? "" : decision.words();
    }

    /** Decides who serves the request, which is for primaries. Returns it as a balancer is to see it, good until the next is decided. */
    Request decide(Request request) {
        ZoneSplit split = decision().split();
        exempt = split != null && rule.enabled() < PERCENT && random.nextInt(PERCENT) >= rule.enabled();
        zone = split == null || exempt ? ANYWHERE : split.next(random);
        return decided(request);
    }

    private ZoneDecision decision() {
        if (decision != null && poolVersion == pool.version() && topologyVersion == balancerZones.version()) {
            return decision;
        }
        if (decision == null || topologyVersion != balancerZones.version()) {
            sharing = balancerZones.sharing(owner);
        }
        poolVersion = pool.version();
        topologyVersion = balancerZones.version();
        ZoneCounts counts = zones.count(own, sharing);
        balancers = Arrays.copyOf(balancers, counts.names().size());
        ZoneDecision now = rule.decide(counts);
        if (!now.words().equals(words())) {
            transcript.accept(now.words());
        }
        decision = now;
        return now;
    }

    /** The request is for backups: zones do not matter to it. */
    void disregard() {
        zone = ANYWHERE;
        exempt = true;
    }

    /** The request, which the last decision was about, as that wants it to be seen. */
    Request decided(Request request) {
        return isBound(request) ? oneZone.see(request, zone) : request;
    }

    private boolean isBound(Request request) {
        return zone != ANYWHERE && zones.isAble(zone, request);
    }

    /** The balancer that picks for the request, which the last decision was about; the other one where it may go anywhere. */
    Balancer balancer(Request request, Balancer everywhere) {
        return isBound(request) ? balancer(zone) : everywhere;
    }

    private Balancer balancer(int zone) {
        Balancer its = balancers[zone];
        if (its == null) {
            its = create.apply(zones.name(zone));
            balancers[zone] = its;
        }
        return its;
    }

    /** The balancer that picks for the target's zone, or null while it has picked for none there. */
    @Nullable
    Balancer of(int target) {
        int where = zones.of(target);
        return where < 0 || where >= balancers.length ? null : balancers[where];
    }

    /** The last decision, which was about that request, in a sentence. */
    String reason(Request request) {
        if (decision == null || decision.split() == null || exempt) {
            return decision == null || decision.split() == null
                    ? owner + " " + words() + "."
                    : "It is one of the requests that are not routed by zone.";
        }
        String text = owner + " " + words();
        if (!decision.split().isDirect()) {
            text += "; for this one " + zoneName() + " was drawn";
        }
        return text + (isBound(request) ? "." : ", but nobody in " + zoneName() + " can take it.");
    }

    private String zoneName() {
        String name = zones.name(zone);
        return name.equals(ZoneCounts.UNNAMED) ? "no zone" : "zone " + name;
    }
}
