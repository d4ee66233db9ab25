package roundhouse.workbench.inspector;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.nodes.Link;

/** The form of links: what a load balancer thinks of its target on links from one, a heartbeat between two. */
final class LinkForm {
    private LinkForm() {}

    static List<FormSection<Link>> sections(Topology topology, Link link) {
        boolean fromBalancer = Weights.isFromBalancer(topology, link);
        boolean couldBeat = fromBalancer && Weights.isBalancer(topology, link.to());
        return Link.SETTINGS.form(link).stream()
                .filter(section -> !section.title().equals(Link.TARGET) || (fromBalancer && !link.isHeartbeat()))
                .map(section -> new FormSection<>(
                        section.title(),
                        section.fields().stream()
                                .filter(field -> couldBeat || !field.key().startsWith(Link.HEARTBEAT.key()))
                                .filter(field ->
                                        !link.isHeartbeat() || !field.key().equals(Link.BANDWIDTH.key()))
                                .toList()))
                .toList();
    }
}
