package roundhouse.workbench.compare.several;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import roundhouse.analysis.ComparedDesign;
import roundhouse.analysis.variants.EvictionVariants;
import roundhouse.analysis.variants.WaysOfWriting;
import roundhouse.caching.eviction.EvictionPolicy;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.data.DataStrategy;

/** What of a design is varied while all else stays: a row each. */
enum Variation {
    ALGORITHMS,
    WRITING,
    EVICTION;

    /** What its button is called by. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String offer() {
        return switch (this) {
            case ALGORITHMS -> "This design under every algorithm";
            case WRITING -> "All ways of writing";
            case EVICTION -> "Several eviction policies";
        };
    }

    /** What comes of it, in a sentence without a full stop. */
    String says() {
        return switch (this) {
            case ALGORITHMS -> "Every load balancer balances by that algorithm; all else stays";
            case WRITING -> "Servers read and write their data in that way; all else stays";
            case EVICTION -> "Every cache makes room by that policy; all else stays";
        };
    }

    /** The figures that tell most about it, on each small canvas. */
    List<ComparedFigure> live() {
        return switch (this) {
            case ALGORITHMS -> ComparedFigure.LIVE;
            case WRITING -> List.of(ComparedFigure.WRITE_P50, ComparedFigure.STALE);
            case EVICTION -> List.of(ComparedFigure.HIT_RATIO, ComparedFigure.READ_P50);
        };
    }

    /** Whether the design has what is varied. */
    boolean canVary(Topology topology) {
        return switch (this) {
            case ALGORITHMS -> !balancers(topology).isEmpty();
            case WRITING, EVICTION ->
                !WaysOfWriting.now(topology).isEmpty() && entrants(topology).size() > 1;
        };
    }

    /** The design as it is, and then each other one that it can be. */
    List<Entrant> entrants(Topology topology) {
        return switch (this) {
            case ALGORITHMS -> algorithms(topology);
            case WRITING -> writing(topology);
            case EVICTION -> eviction(topology, EvictionVariants.COMPARED);
        };
    }

    private static List<Entrant> algorithms(Topology topology) {
        List<LoadBalancer> balancers = balancers(topology);
        List<Algorithm> now = balancers.stream()
                .map(balancer -> balancer.balancing().algorithm())
                .distinct()
                .toList();
        List<Entrant> rows = asItIs(
                topology,
                now.stream().map(Algorithm::title).toList(),
                now.size() == 1 ? now.getFirst().summary() : "");
        boolean keysAreSeen = balancers.stream().allMatch(balancer -> balancer.layer() == 7);
        ComparedDesign design = ComparedDesign.of(topology);
        for (Algorithm algorithm : Algorithm.values()) {
            boolean can = algorithm != Algorithm.HASH || keysAreSeen;
            if (can && !now.equals(List.of(algorithm))) {
                rows.add(entrant(algorithm.title(), algorithm.summary(), design.balancedBy(algorithm)));
            }
        }
        return rows;
    }

    private static List<Entrant> writing(Topology topology) {
        List<DataStrategy> now = WaysOfWriting.now(topology);
        List<Entrant> rows = asItIs(
                topology, now.stream().map(Variation::title).toList(), now.size() == 1 ? use(now.getFirst()) : "");
        for (DataStrategy strategy : DataStrategy.values()) {
            if (!now.equals(List.of(strategy))) {
                WaysOfWriting.under(strategy, topology)
                        .ifPresent(
                                design -> rows.add(entrant(title(strategy), use(strategy), ComparedDesign.of(design))));
            }
        }
        return rows;
    }

    /** The design as it is, and then with each of these policies; of none where nothing caches. */
    static List<Entrant> eviction(Topology topology, List<EvictionPolicy> policies) {
        List<EvictionPolicy> now = EvictionVariants.now(topology);
        List<Entrant> rows = asItIs(
                topology,
                now.stream().map(EvictionPolicy::label).toList(),
                now.size() == 1 ? now.getFirst().says() : "");
        for (EvictionPolicy policy : now.isEmpty() ? List.<EvictionPolicy>of() : policies) {
            if (!now.equals(List.of(policy))) {
                rows.add(entrant(
                        policy.label(), policy.says(), ComparedDesign.of(EvictionVariants.under(policy, topology))));
            }
        }
        return rows;
    }

    private static String use(DataStrategy strategy) {
        return switch (strategy) {
            case CACHE_ASIDE -> "What is read far more often than written; the cache may fail.";
            case READ_THROUGH -> "The same, where the cache and not each server is to know the store.";
            case WRITE_THROUGH -> "What is read soon after it is written and must not be lost.";
            case WRITE_BACK -> "Many writes, of which a crash may take the last ones.";
            case WRITE_AROUND -> "What is seldom read after it is written, or may be old.";
        };
    }

    private static String title(DataStrategy strategy) {
        return capital(strategy.key());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<Entrant> asItIs(Topology topology, List<String> now, String words) {
        String title = now.size() == 1 ? now.getFirst() + ", as it is" : "As it is";
        return new ArrayList<>(List.of(entrant(title, words, ComparedDesign.of(topology))));
    }

    private static Entrant entrant(String title, String words, ComparedDesign design) {
        return new Entrant(
                title, words, design.named(title), design.start().duration().toNanos());
    }

    private static List<LoadBalancer> balancers(Topology topology) {
        return topology.nodes().stream()
                .flatMap(node -> node instanceof LoadBalancer balancer ? Stream.of(balancer) : Stream.empty())
                .toList();
    }
}
