package roundhouse.workbench.compare.several;

import static roundhouse.workbench.texts.Texts.text;

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
import roundhouse.workbench.compare.measured.ComparedFigure;
import roundhouse.workbench.compare.measured.Entrant;

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
        return text("compare.vary-" + key());
    }

    /** What comes of it, in a sentence. */
    String says() {
        return text("compare.vary-" + key() + "-says");
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
            case CACHE_ASIDE -> text("compare.use-cache-aside");
            case READ_THROUGH -> text("compare.use-read-through");
            case WRITE_THROUGH -> text("compare.use-write-through");
            case WRITE_BACK -> text("compare.use-write-back");
            case WRITE_AROUND -> text("compare.use-write-around");
        };
    }

    private static String title(DataStrategy strategy) {
        return capital(strategy.key());
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static List<Entrant> asItIs(Topology topology, List<String> now, String words) {
        String title = now.size() == 1 ? text("compare.named-as-it-is", now.getFirst()) : text("compare.as-it-is");
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
