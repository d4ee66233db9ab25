package roundhouse.workbench.compare;

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
    ALGORITHMS("algorithm"),
    WRITING("way of writing"),
    EVICTION("eviction policy");

    private final String what;

    /** @param what one of them */
    Variation(String what) {
        this.what = what;
    }

    /** What its button is called by. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    String heading() {
        return capital(what);
    }

    String offer() {
        return this == EVICTION
                ? "Run this design under chosen eviction policies"
                : "Run this design under every " + what;
    }

    /** What the work is called. */
    String title() {
        return this == EVICTION ? "This design under chosen eviction policies" : "This design under every " + what;
    }

    String failure() {
        return "The design was not run with every " + what;
    }

    /** Whether latency and success alone say which is better. */
    boolean isJudged() {
        return this == ALGORITHMS;
    }

    List<VariantColumn> columns() {
        return this == ALGORITHMS ? VariantColumn.REQUESTS : VariantColumn.DATA;
    }

    /** What the words about each say; empty where there are none. */
    String wordsHeading() {
        return switch (this) {
            case ALGORITHMS -> "";
            case WRITING -> "Take it for";
            case EVICTION -> "Who leaves";
        };
    }

    /** One of them, as a sentence names it. */
    String what() {
        return what;
    }

    /** Whether the design has what is varied. */
    boolean canVary(Topology topology) {
        return switch (this) {
            case ALGORITHMS -> !balancers(topology).isEmpty();
            case WRITING, EVICTION ->
                !WaysOfWriting.now(topology).isEmpty() && rows(topology).size() > 1;
        };
    }

    /** The design as it is, and then each other one that it can be. */
    List<VariantRow> rows(Topology topology) {
        return switch (this) {
            case ALGORITHMS -> algorithms(topology);
            case WRITING -> writing(topology);
            case EVICTION -> eviction(topology, EvictionVariants.COMPARED);
        };
    }

    private static List<VariantRow> algorithms(Topology topology) {
        List<LoadBalancer> balancers = balancers(topology);
        List<Algorithm> now = balancers.stream()
                .map(balancer -> balancer.balancing().algorithm())
                .distinct()
                .toList();
        List<VariantRow> rows =
                asItIs(topology, now.stream().map(Algorithm::title).toList(), "");
        boolean keysAreSeen = balancers.stream().allMatch(balancer -> balancer.layer() == 7);
        ComparedDesign design = ComparedDesign.of(topology);
        for (Algorithm algorithm : Algorithm.values()) {
            boolean can = algorithm != Algorithm.HASH || keysAreSeen;
            if (can && !now.equals(List.of(algorithm))) {
                rows.add(VariantRow.of(algorithm.title(), "", design.balancedBy(algorithm)));
            }
        }
        return rows;
    }

    private static List<VariantRow> writing(Topology topology) {
        List<DataStrategy> now = WaysOfWriting.now(topology);
        List<VariantRow> rows = asItIs(
                topology, now.stream().map(Variation::title).toList(), now.size() == 1 ? use(now.getFirst()) : "");
        for (DataStrategy strategy : DataStrategy.values()) {
            if (!now.equals(List.of(strategy))) {
                WaysOfWriting.under(strategy, topology)
                        .ifPresent(design ->
                                rows.add(VariantRow.of(title(strategy), use(strategy), ComparedDesign.of(design))));
            }
        }
        return rows;
    }

    /** The design as it is, and then with each of these policies; of none where nothing caches. */
    static List<VariantRow> eviction(Topology topology, List<EvictionPolicy> policies) {
        List<EvictionPolicy> now = EvictionVariants.now(topology);
        List<VariantRow> rows = asItIs(
                topology,
                now.stream().map(EvictionPolicy::label).toList(),
                now.size() == 1 ? now.getFirst().says() : "");
        for (EvictionPolicy policy : now.isEmpty() ? List.<EvictionPolicy>of() : policies) {
            if (!now.equals(List.of(policy))) {
                rows.add(VariantRow.of(
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

    private static List<VariantRow> asItIs(Topology topology, List<String> now, String words) {
        String title = now.size() == 1 ? now.getFirst() + ", as it is" : "As it is";
        return new ArrayList<>(List.of(VariantRow.of(title, words, ComparedDesign.of(topology))));
    }

    private static List<LoadBalancer> balancers(Topology topology) {
        return topology.nodes().stream()
                .flatMap(node -> node instanceof LoadBalancer balancer ? Stream.of(balancer) : Stream.empty())
                .toList();
    }
}
