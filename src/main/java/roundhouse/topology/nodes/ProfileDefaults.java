package roundhouse.topology.nodes;

import java.time.Duration;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.balancing.BalancerProfile;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.types.Types;

/** What a load balancer is where its file does not say so: as its profile has it, and without a profile as its layer has it. */
final class ProfileDefaults {
    private ProfileDefaults() {}

    static int layer(LoadBalancer of) {
        return of.profile() == null ? 7 : of.profile().layer();
    }

    static int cores(LoadBalancer of) {
        return of.profile() == null ? 4 : of.profile().cores();
    }

    static Duration cost(LoadBalancer of) {
        return of.profile() == null || of.profile().layer() != of.layer()
                ? LoadBalancer.defaultCost(of.layer())
                : of.profile().cost();
    }

    static Duration latency(LoadBalancer of) {
        return of.profile() == null ? Duration.ZERO : of.profile().latency();
    }

    static int atOnce(LoadBalancer of) {
        return of.profile() == null ? Types.UNLIMITED : of.profile().atOnce();
    }

    static @Nullable Price price(LoadBalancer of) {
        return of.profile() == null ? null : of.profile().price();
    }

    /** One with a profile always has a price. */
    static LoadBalancer priced(LoadBalancer before, @Nullable Price price) {
        return before.with(LoadBalancer.PRICE, price == null ? price(before) : price);
    }

    /** Of another profile; what was as the former had it becomes as this one has it. */
    static LoadBalancer onProfile(LoadBalancer before, @Nullable BalancerProfile profile) {
        LoadBalancer after = before.with(LoadBalancer.PROFILE, profile);
        after = moved(before, after, LoadBalancer.LAYER, ProfileDefaults::layer);
        after = moved(before, after, LoadBalancer.CORES, ProfileDefaults::cores);
        after = moved(before, after, LoadBalancer.COST, ProfileDefaults::cost);
        after = moved(before, after, LoadBalancer.LATENCY, ProfileDefaults::latency);
        after = moved(before, after, LoadBalancer.AT_ONCE, ProfileDefaults::atOnce);
        return moved(before, after, LoadBalancer.PRICE, ProfileDefaults::price);
    }

    private static <V extends @Nullable Object> LoadBalancer moved(
            LoadBalancer before,
            LoadBalancer after,
            Setting<LoadBalancer, V> setting,
            Function<LoadBalancer, V> usual) {
        return Objects.equals(setting.get(before), usual.apply(before))
                ? after.with(setting, usual.apply(after))
                : after;
    }

    /** At the other layer; a cost that was the layer's default becomes the other layer's. */
    static LoadBalancer onLayer(LoadBalancer before, int layer) {
        LoadBalancer after = before.with(LoadBalancer.LAYER, layer);
        return before.cost().equals(cost(before)) ? after.with(LoadBalancer.COST, cost(after)) : after;
    }
}
