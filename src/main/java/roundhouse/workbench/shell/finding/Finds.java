package roundhouse.workbench.shell.finding;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.canvas.CanvasView;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.inspector.FoundSetting;
import roundhouse.workbench.inspector.InspectorView;

/** What "find action" finds beside the actions: nodes, settings, algorithms and samples. */
public final class Finds {
    private final Document document;
    private final DocumentFiles files;
    private final CanvasView canvas;
    private final InspectorView inspector;
    private final Runnable showDesign;
    private final Runnable showInspector;
    private List<Topology> samples = List.of();

    /**
     * @param showDesign brings the canvas to the front
     * @param showInspector brings the inspector to the front at its side
     */
    public Finds(
            Document document,
            DocumentFiles files,
            CanvasView canvas,
            InspectorView inspector,
            Runnable showDesign,
            Runnable showInspector) {
        this.document = document;
        this.files = files;
        this.canvas = canvas;
        this.inspector = inspector;
        this.showDesign = showDesign;
        this.showInspector = showInspector;
    }

    /** All there is now; of settings those of what is selected or named in what was typed. */
    public List<Action> all(String typed) {
        List<Action> all = new ArrayList<>();
        document.topology().nodes().forEach(node -> all.add(node(node)));
        algorithms(all);
        FoundSetting.all(document, typed).forEach(setting -> all.add(setting(setting)));
        if (samples.isEmpty()) {
            samples = Samples.all();
        }
        samples.forEach(sample -> all.add(sample(sample)));
        return all;
    }

    private Action node(Node node) {
        return Action.of("node." + node.id(), Action.Group.NODE, node.title(), () -> {
                    showDesign.run();
                    document.selection().select(new Item.NodeItem(node.id()));
                    canvas.goTo(node.id());
                })
                .found(node.id() + " " + node.settings().title());
    }

    /** Each for the selected load balancers, else for every one. */
    private void algorithms(List<Action> all) {
        Set<String> selected = document.selection().nodes();
        List<LoadBalancer> balancers = document.topology().nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .toList();
        boolean some = balancers.stream().anyMatch(balancer -> selected.contains(balancer.id()));
        for (LoadBalancer balancer : balancers) {
            if (!some || selected.contains(balancer.id())) {
                for (Algorithm algorithm : Algorithm.values()) {
                    all.add(Action.of(
                                    "algorithm." + algorithm.key() + "." + balancer.id(),
                                    Action.Group.ALGORITHM,
                                    algorithm.title() + " in " + balancer.title(),
                                    () -> use(algorithm, balancer.id()))
                            .found(text(
                                    "shell.algorithm-routing", algorithm.key().replace('-', ' '))));
                }
            }
        }
    }

    private void use(Algorithm algorithm, String id) {
        Topology topology = document.topology();
        if (topology.node(id).orElse(null) instanceof LoadBalancer balancer) {
            document.edit(
                    text("shell.algorithm-of", balancer.title()),
                    topology.with(balancer.balancing(Balancing.of(algorithm))));
            document.selection().select(new Item.NodeItem(id));
        }
    }

    private Action setting(FoundSetting setting) {
        String title = setting.of().isEmpty() ? setting.label() : setting.label() + " of " + setting.of();
        return Action.of("setting." + setting.of() + "." + setting.key(), Action.Group.SETTING, title, () -> {
                    showDesign.run();
                    document.selection().set(setting.shows());
                    showInspector.run();
                    inspector.edit(setting.key());
                })
                .found(setting.key().replace('.', ' '));
    }

    private Action sample(Topology sample) {
        return Action.of(
                        "sample." + sample.name(), Action.Group.SAMPLE, sample.name(), () -> files.openUntitled(sample))
                .found(text("shell.sample-example", sample.description()));
    }
}
