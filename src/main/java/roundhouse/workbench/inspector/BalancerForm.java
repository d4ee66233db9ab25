package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import roundhouse.health.VrrpTimers;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.json.Units;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.Heartbeat;
import roundhouse.topology.nodes.parts.VrrpSettings;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Document;

/** The form of load balancers: the weights they give, and for one of a pair how long it waits before it takes the address over. */
final class BalancerForm extends KindForm<LoadBalancer> {
    BalancerForm() {
        super(LoadBalancer.SETTINGS);
    }

    @Override
    List<FormSection<LoadBalancer>> sections(Topology topology, LoadBalancer balancer, Set<String> selected) {
        Optional<Heartbeat> heartbeat = topology.links().stream()
                .filter(link -> link.from().equals(balancer.id()) || link.to().equals(balancer.id()))
                .map(Link::heartbeat)
                .filter(Objects::nonNull)
                .findFirst();
        List<FormSection<LoadBalancer>> sections = new ArrayList<>();
        for (FormSection<LoadBalancer> section : super.sections(topology, balancer, selected)) {
            if (!section.title().equals(LoadBalancer.PAIR)) {
                sections.add(section);
            } else if (heartbeat.isPresent()) {
                List<FormField<LoadBalancer>> fields = new ArrayList<>(section.fields());
                fields.add(takeover(heartbeat.get()));
                sections.add(new FormSection<>(section.title(), fields));
            }
        }
        return sections;
    }

    private static FormField<LoadBalancer> takeover(Heartbeat heartbeat) {
        return new FormField<>(
                "failover.after",
                text("inspector.takeover-after"),
                text("inspector.takeover-after-help"),
                new Editor.Shown(formula(heartbeat)),
                balancer -> after(balancer.failover(), heartbeat),
                (balancer, _) -> new Parsed.Value<>(balancer));
    }

    private static String formula(Heartbeat heartbeat) {
        String interval = Units.format(heartbeat.interval());
        return text(
                "inspector.takeover-formula", heartbeat.misses(), interval, heartbeat.vrrp() == 2 ? "1s" : interval);
    }

    private static String after(VrrpSettings failover, Heartbeat heartbeat) {
        VrrpTimers timers = new VrrpTimers(
                heartbeat.vrrp(), heartbeat.interval().toNanos() / 1_000, failover.priority(), heartbeat.misses());
        return FigureText.duration(timers.masterDownMicros() * 1_000);
    }

    @Override
    Optional<Group> weights(Document document, LoadBalancer balancer) {
        return Weights.group(
                document,
                text("inspector.weights"),
                link -> link.from().equals(balancer.id()),
                link -> document.topology().title(link.to()));
    }
}
