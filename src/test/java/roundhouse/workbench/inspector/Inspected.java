package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Server;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.NewNode;
import roundhouse.workbench.document.Selection.Item;

/** A topology that is open in the inspector, and what is seen and typed there. */
abstract class Inspected {
    final Document document = new Document();
    final InspectorModel model;

    Inspected(Topology topology) {
        document.open(topology, null);
        model = new InspectorModel(document);
    }

    /** Clients linked to {@code lb-1}; the balancers and the servers are not linked yet. */
    static Topology nodes(int balancers, int servers) {
        Topology topology = Topology.EMPTY;
        topology = topology.with(NewNode.clients(topology));
        for (int i = 0; i < balancers; i++) {
            topology = topology.with(NewNode.loadBalancer(topology));
        }
        for (int i = 0; i < servers; i++) {
            topology = topology.with(NewNode.server(topology));
        }
        return topology.with(link("clients", "lb-1"));
    }

    /** Two balancers that both send to two servers; a third server serves nobody yet. */
    static Topology twoBalancers() {
        return nodes(2, 3)
                .with(link("lb-1", "s1"))
                .with(link("lb-2", "s1"))
                .with(link("lb-1", "s2"))
                .with(link("lb-2", "s2"));
    }

    static Link link(String from, String to) {
        return Link.of(from, to, NewNode.LATENCY);
    }

    void select(String... ids) {
        document.selection().set(Stream.of(ids).map(Item.NodeItem::new).collect(Collectors.toSet()));
    }

    Stream<Line> lines() {
        return model.subjectProperty().get().groups().stream().flatMap(group -> group.lines().stream());
    }

    Line line(String key) {
        return lines().filter(line -> line.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no field " + key));
    }

    List<String> keys() {
        return lines().map(Line::key).toList();
    }

    List<String> keys(String prefix) {
        return keys().stream().filter(key -> key.startsWith(prefix)).toList();
    }

    /** Types that into a field, which takes it; the document stays sound. */
    void set(String key, String text) {
        Line line = line(key);
        assertThat(line.commit(text))
                .as(() -> key + ": " + line.errorProperty().get())
                .isTrue();
        assertThat(Validation.problems(document.topology())).isEmpty();
    }

    LoadBalancer balancer(String id) {
        return (LoadBalancer) document.topology().node(id).orElseThrow();
    }

    Server server(String id) {
        return (Server) document.topology().node(id).orElseThrow();
    }

    Clients clients() {
        return (Clients) document.topology().node("clients").orElseThrow();
    }

    String lastEdit() {
        return document.changes().getLast().label();
    }
}
