package roundhouse.analysis.stores;

import java.time.Duration;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.parts.Distribution;
import roundhouse.topology.stores.Store;

/** How long messages between the members of a store take. */
final class MemberDistance {
    private MemberDistance() {}

    /** {@code 4 × as far}. */
    static String name(double times) {
        if (times == 1) {
            return "as drawn";
        }
        return (times < 1 ? "1/" + Math.round(1 / times) : Long.toString(Math.round(times))) + " × as far";
    }

    /** The design with every link between two members so many times as long. */
    static Topology times(double times, Topology topology, Store store) {
        return topology.withLinks(topology.links().stream()
                .map(link ->
                        store.members().contains(link.from()) && store.members().contains(link.to())
                                ? Link.LATENCY.with(link, times(times, link.latency()))
                                : link)
                .toList());
    }

    private static Distribution times(double times, Distribution latency) {
        return switch (latency) {
            case Distribution.Fixed(Duration value) -> new Distribution.Fixed(times(times, value));
            case Distribution.Uniform(Duration min, Duration max) ->
                new Distribution.Uniform(times(times, min), times(times, max));
            case Distribution.Normal(Duration mean, Duration deviation) ->
                new Distribution.Normal(times(times, mean), times(times, deviation));
            case Distribution.LogNormal(Duration mean, Duration deviation) ->
                new Distribution.LogNormal(times(times, mean), times(times, deviation));
            case Distribution.Exponential(Duration mean) -> new Distribution.Exponential(times(times, mean));
        };
    }

    private static Duration times(double times, Duration duration) {
        return Duration.ofNanos(Math.round(times * duration.toNanos()));
    }
}
