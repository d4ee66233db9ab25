package roundhouse.workbench.ring;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.components.KeyedPool;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.Sketch;
import roundhouse.workbench.ring.run.BalancerSource;
import roundhouse.workbench.ring.run.RunPlacements;
import roundhouse.workbench.ring.run.StoreSource;

/**
 * Whose ring is shown: a pool of a load balancer that routes by key, a sharded store, or a sketch that belongs to nobody. Follows the document and what is
 * selected in it; a choice made here holds until something else is selected there.
 */
final class RingSubject {
    private static final Subject SKETCH = new Subject("", "", text("ring.sketch"), List.of());

    private final Document document;
    private final RingModel model;
    private final Sketch sketch;
    private final RunPlacements runs;
    private boolean filling;
    private boolean sketchChosen;

    @FXML
    private ComboBox<Subject> subject;

    @FXML
    private Button routeByKey;

    @FXML
    private HBox sketchHistory;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    /**
     * @param balancer its id, or that of a store; empty for the sketch
     * @param pool {@link KeyedPool#OF_STORE} for a store
     * @param opensBy the nodes that show it when they are selected
     */
    record Subject(String balancer, String pool, String title, List<String> opensBy) {
        @Override
        public String toString() {
            return title;
        }
    }

    RingSubject(Document document, RingModel model, Sketch sketch, RunPlacements runs) {
        this.runs = runs;
        this.document = document;
        this.model = model;
        this.sketch = sketch;
    }

    @FXML
    void initialize() {
        subject.setOnAction(_ -> {
            if (!filling && subject.getValue() != null) {
                sketchChosen = subject.getValue().equals(SKETCH);
                show(subject.getValue());
                offer();
            }
        });
        undo.setOnAction(_ -> model.undo());
        redo.setOnAction(_ -> model.redo());
        sketchHistory.managedProperty().bind(sketchHistory.visibleProperty());
        routeByKey.managedProperty().bind(routeByKey.visibleProperty());
        document.topologyProperty().addListener((_, _, _) -> follow());
        document.onOpened(() -> {
            sketchChosen = false;
            runs.forget();
            model.source(sketch);
            follow();
        });
        document.selection().itemsProperty().addListener((_, _, _) -> selected());
        follow();
    }

    /** A balancer that routes by key was selected elsewhere: its ring is wanted. */
    private void selected() {
        subjects(document.topology()).stream()
                .filter(each ->
                        each.opensBy().stream().anyMatch(document.selection().nodes()::contains))
                .findFirst()
                .filter(each -> !each.balancer().equals(shown().balancer()))
                .ifPresent(each -> {
                    sketchChosen = false;
                    show(each);
                    fill();
                });
    }

    /** The document changed: what is shown may be different or gone. */
    private void follow() {
        List<Subject> there = subjects(document.topology());
        Subject wanted = there.stream()
                .filter(each -> each.balancer().equals(shown().balancer())
                        && each.pool().equals(shown().pool()))
                .findFirst()
                .or(() -> there.stream().findFirst())
                .filter(_ -> !sketchChosen)
                .orElse(SKETCH);
        show(wanted);
        fill();
    }

    private void show(Subject wanted) {
        if (wanted.equals(SKETCH)) {
            if (!model.source().equals(sketch)) {
                model.source(sketch);
            }
        } else if (model.source() instanceof StoreSource source
                && source.store().equals(wanted.balancer())
                && wanted.pool().equals(KeyedPool.OF_STORE)) {
            model.become(source.state());
        } else if (wanted.pool().equals(KeyedPool.OF_STORE)) {
            model.source(new StoreSource(document, wanted.balancer(), runs));
        } else if (model.source() instanceof BalancerSource source
                && source.balancer().equals(wanted.balancer())
                && source.pool().equals(wanted.pool())) {
            model.become(source.state());
        } else {
            model.source(new BalancerSource(document, wanted.balancer(), wanted.pool(), runs));
        }
    }

    private Subject shown() {
        return switch (model.source()) {
            case BalancerSource source -> new Subject(source.balancer(), source.pool(), "", List.of());
            case StoreSource source -> new Subject(source.store(), KeyedPool.OF_STORE, "", List.of());
            default -> SKETCH;
        };
    }

    private static List<Subject> subjects(Topology topology) {
        List<Subject> subjects = new ArrayList<>();
        for (LoadBalancer balancer : BalancerSource.candidates(topology)) {
            List<String> pools = BalancerSource.pools(topology, balancer.id());
            for (String pool : pools) {
                subjects.add(new Subject(
                        balancer.id(),
                        pool,
                        pools.size() > 1 ? text("ring.of-pool", balancer.title(), pool) : balancer.title(),
                        List.of(balancer.id())));
            }
        }
        for (Store store : StoreSource.candidates(topology)) {
            subjects.add(
                    new Subject(store.id(), KeyedPool.OF_STORE, text("ring.of-store", store.title()), store.members()));
        }
        return subjects;
    }

    private void fill() {
        filling = true;
        List<Subject> all = subjects(document.topology());
        Subject now = all.stream()
                .filter(each -> each.balancer().equals(shown().balancer())
                        && each.pool().equals(shown().pool()))
                .findFirst()
                .orElse(SKETCH);
        all.add(SKETCH);
        if (!subject.getItems().equals(all)) {
            subject.getItems().setAll(all);
        }
        subject.setValue(now);
        filling = false;
        offer();
    }

    private void offer() {
        boolean sketched = model.source().equals(sketch);
        sketchHistory.setVisible(sketched);
        Optional<LoadBalancer> able = sketched ? other() : Optional.empty();
        routeByKey.setVisible(able.isPresent());
        able.ifPresent(node -> {
            routeByKey.setText(text("ring.route-by-key", node.title()));
            routeByKey.setOnAction(_ -> routeByKey(node));
        });
    }

    /** A balancer that does not route by key but could. */
    private Optional<LoadBalancer> other() {
        return document.topology().nodes().stream()
                .filter(LoadBalancer.class::isInstance)
                .map(LoadBalancer.class::cast)
                .filter(node -> node.layer() == 7 && node.balancing().algorithm() != Algorithm.HASH)
                .findFirst();
    }

    private void routeByKey(LoadBalancer node) {
        sketchChosen = false;
        document.edit(
                text("ring.route-by-key", node.title()),
                document.topology()
                        .with(node.balancing(
                                new Balancing(Algorithm.HASH, node.balancing().decay())
                                        .placed(sketch.state().settings().withTokens(List.of())))));
    }
}
