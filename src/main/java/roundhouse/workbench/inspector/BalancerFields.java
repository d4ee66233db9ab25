package roundhouse.workbench.inspector;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import roundhouse.routing.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.BalancerDraft;
import roundhouse.topology.nodes.Balancing;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Tls;
import roundhouse.topology.settings.Range;
import roundhouse.workbench.inspector.Editor.Option;

/** What can be set of a load balancer. */
final class BalancerFields {
    private static final List<Option> ALGORITHMS = Stream.of(Algorithm.values())
            .map(algorithm -> new Option(algorithm.key(), algorithm.title(), algorithm.summary()))
            .toList();
    private static final List<Option> LAYERS = List.of(
            new Option("7", "7 · HTTP", "Picks for each request, and can read it."),
            new Option("4", "4 · TCP", "Picks once per connection; sees addresses only."));
    private static final List<Option> TLS = List.of(
            new Option("pass-through", "Pass through", "The server pays each handshake."),
            new Option("terminate", "Terminate here", "The balancer pays each handshake."));

    private BalancerFields() {}

    static List<Section<LoadBalancer>> of(Topology topology, LoadBalancer balancer) {
        List<Section<LoadBalancer>> sections = new ArrayList<>();
        sections.add(new Section<>("", routing(balancer)));
        if (balancer.balancing().algorithm() == Algorithm.HASH) {
            sections.add(PlacementFields.of(balancer.balancing().placement())
                    .in(
                            b -> b.balancing().placement(),
                            (b, v) ->
                                    b.with(d -> d.balancing = new Balancing(Algorithm.HASH, d.balancing.decay(), v))));
        }
        if (balancer.layer() == 7) {
            sections.add(new Section<>("Rules", List.of(rules())));
        }
        sections.add(new Section<>("Failing targets", failing(balancer)));
        PairFields.of(topology, balancer).ifPresent(sections::add);
        sections.add(new Section<>("Processor", processor(balancer)));
        sections.add(new Section<>(
                "Place",
                List.of(
                        Forms.optionalText(
                                "region",
                                "Region",
                                "Where geographic balancing measures from for clients without a region.",
                                "none",
                                LoadBalancer::region,
                                (b, v) -> b.with(d -> d.region = v)),
                        Forms.optionalText(
                                "zone", "Zone", "", "none", LoadBalancer::zone, (b, v) -> b.with(d -> d.zone = v)))));
        return sections;
    }

    private static List<Field<LoadBalancer>> routing(LoadBalancer balancer) {
        List<Field<LoadBalancer>> fields = new ArrayList<>();
        fields.add(Forms.optionalText(
                "label",
                "Name",
                "What people call it.",
                balancer.id(),
                LoadBalancer::label,
                (b, v) -> b.with(d -> d.label = v)));
        fields.add(Forms.choice(
                "algorithm",
                "Algorithm",
                "Which target takes a request.",
                ALGORITHMS,
                b -> b.balancing().algorithm().key(),
                (b, v) ->
                        b.with(d -> d.balancing = new Balancing(Algorithm.of(v).orElseThrow(), d.balancing.decay()))));
        if (balancer.balancing().algorithm() == Algorithm.LEAST_RESPONSE_TIME) {
            fields.add(Forms.duration(
                    "decay",
                    "Decay",
                    "The time constant of the latency average.",
                    b -> b.balancing().decay(),
                    (b, v) -> b.with(d -> d.balancing = new Balancing(d.balancing.algorithm(), v))));
        }
        fields.add(Forms.choice(
                "layer",
                "Layer",
                "",
                LAYERS,
                b -> Integer.toString(b.layer()),
                (b, v) -> b.with(d -> setLayer(d, Integer.parseInt(v)))));
        StickyFields.of(balancer.sticky())
                .forEach(field -> fields.add(field.in(LoadBalancer::sticky, (b, v) -> b.with(d -> d.sticky = v))));
        fields.add(Forms.choice(
                "tls",
                "TLS",
                "What happens to encrypted connections.",
                TLS,
                b -> b.tls().mode() == Tls.Mode.TERMINATE ? "terminate" : "pass-through",
                (b, v) -> b.with(d -> d.tls = new Tls(
                        v.equals("terminate") ? Tls.Mode.TERMINATE : Tls.Mode.PASS_THROUGH, d.tls.handshake()))));
        if (balancer.tls().mode() == Tls.Mode.TERMINATE) {
            fields.add(Forms.duration(
                    "tls.handshake",
                    "Handshake",
                    "Processor time of a handshake.",
                    b -> b.tls().handshake(),
                    (b, v) -> b.with(d -> d.tls = new Tls(d.tls.mode(), v))));
        }
        return fields;
    }

    private static Field<LoadBalancer> rules() {
        return ListText.lines(
                "rules",
                "Rules",
                "Which pool a request goes to, a line each; the first that matches wins.",
                "path /api/* to api\nheader x-plan = gold to gold\ncookie beta = 1 to canary",
                balancer -> ListText.write(balancer.rules(), RuleText::write),
                (balancer, text) ->
                        Field.map(ListText.read(text, RuleText::read), rules -> balancer.with(d -> d.rules = rules)));
    }

    private static List<Field<LoadBalancer>> failing(LoadBalancer balancer) {
        List<Field<LoadBalancer>> fields = new ArrayList<>();
        HealthFields.of(balancer.health())
                .forEach(field -> fields.add(field.in(LoadBalancer::health, (b, v) -> b.with(d -> d.health = v))));
        PassOnFields.all()
                .forEach(field -> fields.add(field.in(LoadBalancer::passOn, (b, v) -> b.with(d -> d.passOn = v))));
        return fields;
    }

    private static List<Field<LoadBalancer>> processor(LoadBalancer balancer) {
        return List.of(
                Forms.whole(
                        "cores",
                        "Cores",
                        "Processors of its own.",
                        Range.CORES,
                        LoadBalancer::cores,
                        (b, v) -> b.with(d -> d.cores = v)),
                Forms.duration(
                        "cost",
                        "Cost",
                        balancer.layer() == 4 ? "Processor time per request forwarded." : "Processor time per request.",
                        LoadBalancer::cost,
                        (b, v) -> b.with(d -> d.cost = v)));
    }

    /** A cost that was the layer's default becomes the other layer's. */
    private static void setLayer(BalancerDraft draft, int layer) {
        Duration usual = LoadBalancer.defaultCost(draft.layer);
        if (draft.cost.equals(usual)) {
            draft.cost = LoadBalancer.defaultCost(layer);
        }
        draft.layer = layer;
    }
}
