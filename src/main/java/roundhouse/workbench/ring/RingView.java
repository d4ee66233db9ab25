package roundhouse.workbench.ring;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.fxml.FXMLLoader;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.HashFunction;
import roundhouse.hashing.Placements;
import roundhouse.hashing.Ring;
import roundhouse.hashing.Target;
import roundhouse.routing.Algorithm;
import roundhouse.simulation.Frame;
import roundhouse.topology.Balancing;
import roundhouse.topology.Limit;
import roundhouse.topology.Node;
import roundhouse.topology.Topology;
import roundhouse.workbench.Figures;
import roundhouse.workbench.Notice;
import roundhouse.workbench.Notices;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.Document;

/**
 * The Ring view: the controls at the left, the ring, and what its changes come to at the right. Shows the balancer of the document
 * that routes by key, or a sketch while there is none.
 */
public final class RingView extends BorderPane {
    private static final List<Integer> BOUNDS = List.of(0, 105, 110, 125, 150, 200, 300);

    private final Document document;
    private final Notices notices;
    private final Sketch sketch = new Sketch(RingState.sketch());
    private final RingModel model = new RingModel(sketch);
    private final Map<String, Integer> sketchOrders = new HashMap<>();
    private final RingCanvas canvas = new RingCanvas(model, this::orders);
    private final BalanceBars bars = new BalanceBars(model, this::orders);
    private final ComparisonTable comparison = new ComparisonTable(model);
    private final RunCard run = new RunCard(model, this::orders);
    private List<ServerRow> listed = List.of();
    private boolean filling;
    private String selectedText = "";

    @FXML
    private Label subject;

    @FXML
    private Button routeByKey;

    @FXML
    private ComboBox<Placements> placement;

    @FXML
    private ComboBox<HashFunction> hash;

    @FXML
    private TextField keyCount;

    @FXML
    private MenuButton keySet;

    @FXML
    private Label virtualNodesLabel;

    @FXML
    private Slider virtualNodes;

    @FXML
    private Spinner<Integer> replicas;

    @FXML
    private ComboBox<Integer> bound;

    @FXML
    private VBox servers;

    @FXML
    private HBox sketchHistory;

    @FXML
    private Button undo;

    @FXML
    private Button redo;

    @FXML
    private Button add;

    @FXML
    private Button asHashed;

    @FXML
    private Button example;

    @FXML
    private StackPane ringPane;

    @FXML
    private Label moved;

    @FXML
    private Label part;

    @FXML
    private Label modulo;

    @FXML
    private Label scale;

    @FXML
    private TextField key;

    @FXML
    private Label keyWalk;

    @FXML
    private Label keyDeaths;

    @FXML
    private VBox exampleCard;

    @FXML
    private VBox side;

    public RingView(Document document, Notices notices) {
        this.document = document;
        this.notices = notices;
        FXMLLoader loader = new FXMLLoader(Objects.requireNonNull(RingView.class.getResource("/fxml/ring.fxml")));
        loader.setRoot(this);
        loader.setController(this);
        try {
            loader.load();
        } catch (IOException e) {
            throw new UncheckedIOException("ring.fxml cannot be loaded", e);
        }
        getStylesheets()
                .add(Objects.requireNonNull(RingView.class.getResource("/styles/ring.css"))
                        .toExternalForm());
        ringPane.getChildren().add(0, canvas);
        side.getChildren().addAll(comparison, bars, run);
        exampleCard.getChildren().setAll(new ExampleTable());
        exampleCard.setVisible(false);
        exampleCard.managedProperty().bind(exampleCard.visibleProperty());
        controls();
        history();
        canvas.onKey(at -> choose(model.keys().texts().get(at)));
        key.textProperty().addListener((_, _, text) -> choose(text));
        model.onChange(this::fill);
        document.topologyProperty().addListener((_, _, _) -> follow());
        document.onOpened(this::follow);
        follow();
        fill();
    }

    /** What can be asked without a screen. */
    public RingModel model() {
        return model;
    }

    /** The figures of this instant. */
    public void show(Frame frame) {
        run.show(frame, model.source() instanceof BalancerSource source ? source.balancer() : "");
    }

    private Map<String, Integer> orders() {
        if (model.source() instanceof BalancerSource) {
            return ServerColours.orders(document.topology());
        }
        for (Target target : model.state().targets()) {
            sketchOrders.computeIfAbsent(target.name(), _ -> sketchOrders.size());
        }
        return sketchOrders;
    }

    /** The document changed: another balancer may route by key now, or none. */
    private void follow() {
        Topology topology = document.topology();
        Optional<Node.LoadBalancer> balancer = wanted(topology);
        if (balancer.isEmpty()) {
            if (model.source() != sketch) {
                model.source(sketch);
            }
        } else {
            String id = balancer.get().id();
            if (model.source() instanceof BalancerSource source
                    && source.balancer().equals(id)) {
                model.become(source.state());
            } else {
                model.source(new BalancerSource(document, id, BalancerSource.firstPool(topology, id)));
            }
        }
        canvas.recolour();
        title(topology, balancer);
    }

    /** The selected balancer that routes by key, or the one shown, or the first. */
    private Optional<Node.LoadBalancer> wanted(Topology topology) {
        List<Node.LoadBalancer> able = BalancerSource.candidates(topology);
        return able.stream()
                .filter(node -> document.selection().nodes().contains(node.id()))
                .findFirst()
                .or(() -> able.stream()
                        .filter(node -> model.source() instanceof BalancerSource source
                                && source.balancer().equals(node.id()))
                        .findFirst())
                .or(() -> able.stream().findFirst());
    }

    private void title(Topology topology, Optional<Node.LoadBalancer> balancer) {
        subject.setText(balancer.map(node -> "The ring of " + node.title())
                .orElse("A sketch: no load balancer routes by key."));
        Optional<Node.LoadBalancer> other = topology.nodes().stream()
                .filter(Node.LoadBalancer.class::isInstance)
                .map(Node.LoadBalancer.class::cast)
                .filter(node -> node.layer() == 7)
                .findFirst();
        boolean offered = balancer.isEmpty() && other.isPresent();
        routeByKey.setVisible(offered);
        routeByKey.setManaged(offered);
        sketchHistory.setVisible(balancer.isEmpty());
        other.ifPresent(node -> {
            routeByKey.setText("Route by key at " + node.title());
            routeByKey.setOnAction(_ -> routeByKey(node));
        });
    }

    private void routeByKey(Node.LoadBalancer node) {
        document.edit(
                "Route by key at " + node.title(),
                document.topology()
                        .with(node.balancing(new Balancing(
                                Algorithm.HASH,
                                node.balancing().decay(),
                                sketch.state().settings().withTokens(List.of())))));
    }

    private void controls() {
        placement.getItems().setAll(Placements.all());
        placement.setConverter(shown(Placements::title));
        placement.setOnAction(_ -> set(
                "Placement",
                state -> state.with(state.settings()
                        .withTokens(ringOnly(state, placement.getValue()))
                        .withKind(placement.getValue()))));
        hash.getItems().setAll(HashFunction.all());
        hash.setConverter(shown(HashFunction::title));
        hash.setOnAction(_ ->
                set("Hash function", state -> state.with(state.settings().withHash(hash.getValue()))));
        virtualNodes.valueProperty().addListener((_, _, _) -> {
            if (!filling) {
                int count = nodesAt(virtualNodes.getValue());
                model.preview(
                        "Virtual nodes " + count,
                        "",
                        model.state().with(model.state().settings().withVirtualNodes(count)));
                if (!virtualNodes.isValueChanging()) {
                    model.commit();
                }
            }
        });
        virtualNodes.valueChangingProperty().addListener((_, _, changing) -> {
            if (!changing) {
                model.commit();
            }
        });
        replicas.setValueFactory(new SpinnerValueFactory.IntegerSpinnerValueFactory(1, (int) Limit.REPLICAS.max()));
        replicas.valueProperty()
                .addListener((_, _, count) -> set(
                        "Replicas " + count,
                        state -> state.with(state.settings().withReplicas(count))));
        bound.getItems().setAll(BOUNDS);
        bound.setConverter(shown(factor -> factor == 0 ? "off" : factor + " % of fair share"));
        bound.setOnAction(_ ->
                set("Load bound", state -> state.with(state.settings().withBalanceFactor(bound.getValue()))));
        keyCount.setOnAction(_ -> countKeys());
        keyCount.focusedProperty().addListener((_, _, focused) -> {
            if (!focused) {
                countKeys();
            }
        });
        keySet.getItems().get(0).setOnAction(_ -> keys(KeySet.counted(1_000)));
        keySet.getItems().get(1).setOnAction(_ -> askPattern());
        keySet.getItems().get(2).setOnAction(_ -> askFile());
        keySet.getItems().get(3).setOnAction(_ -> traffic());
        add.setOnAction(_ -> {
            String name = model.source().freeName();
            model.edit("Add " + name, name, model.state().with(Target.of(name)));
        });
        asHashed.setOnAction(_ -> model.edit(
                "Tokens where their hashes put them", "", model.state().asHashed()));
        example.setOnAction(_ -> {
            exampleCard.setVisible(!exampleCard.isVisible());
            keys(exampleCard.isVisible() ? KeySet.of(ModExample.KEYS) : KeySet.counted(1_000));
        });
    }

    private static List<Ring.MovedToken> ringOnly(RingState state, Placements kind) {
        return state.settings().withKind(kind).isRing() ? state.settings().tokens() : List.of();
    }

    private static <T> StringConverter<T> shown(Function<T, String> text) {
        return new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : text.apply(value);
            }

            @Override
            public @Nullable T fromString(String ignored) {
                return null;
            }
        };
    }

    private void set(String label, UnaryOperator<RingState> change) {
        if (!filling) {
            model.edit(label, "", change.apply(model.state()));
        }
    }

    /** The slider is logarithmic: 1 to 1,024. */
    private static int nodesAt(double value) {
        return (int) Math.round(Math.pow(2, value));
    }

    private void countKeys() {
        try {
            int count = Integer.parseInt(keyCount.getText().replaceAll("[^0-9]", ""));
            if (count != model.keys().size()) {
                keys(KeySet.counted(Math.clamp(count, 1, KeySet.MOST)));
            }
        } catch (NumberFormatException _) {
            keyCount.setText(Figures.count(model.keys().size()));
        }
    }

    private void keys(KeySet set) {
        model.keys(set);
        choose(selectedText);
    }

    private void askPattern() {
        TextInputDialog dialog = new TextInputDialog("cart:{n}");
        dialog.initOwner(getScene().getWindow());
        dialog.setTitle("Keys by a pattern");
        dialog.setHeaderText("{n} is the number of the key, from 0.");
        dialog.showAndWait()
                .ifPresent(pattern -> keys(KeySet.pattern(pattern, model.keys().size())));
    }

    private void askFile() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Keys, one a line");
        File file = chooser.showOpenDialog(getScene().getWindow());
        if (file != null) {
            try {
                keys(KeySet.file(file.toPath()));
            } catch (IOException | UncheckedIOException e) {
                notices.tell(Notice.problem(file + " cannot be read: " + e.getMessage() + "."));
            }
        }
    }

    private void traffic() {
        document.topology().nodes().stream()
                .filter(Node.Clients.class::isInstance)
                .map(Node.Clients.class::cast)
                .findFirst()
                .ifPresentOrElse(
                        clients -> keys(KeySet.traffic(clients.keys())),
                        () -> notices.tell(Notice.hint("There are no clients whose keys could be taken.")));
    }

    /** In a sketch the history is the sketch's. */
    private void history() {
        undo.setOnAction(_ -> model.undo());
        redo.setOnAction(_ -> model.redo());
        sketchHistory.managedProperty().bind(sketchHistory.visibleProperty());
    }

    private void choose(String text) {
        selectedText = text;
        if (!key.getText().equals(text)) {
            key.setText(text);
        }
        canvas.select(text.isEmpty() ? -1 : model.keys().texts().indexOf(text));
        tellKey();
    }

    private void tellKey() {
        if (selectedText.isEmpty()) {
            keyWalk.setText("Type any key, or point at one on the ring.");
            keyDeaths.setText("");
        } else {
            KeyStory story = KeyStory.of(model.state(), selectedText);
            keyWalk.setText(story.walk());
            keyDeaths.setText(String.join("\n", story.deaths()));
        }
    }

    private void fill() {
        filling = true;
        RingState state = model.state();
        placement.setValue(state.settings().kind());
        hash.setValue(state.settings().hash());
        hash.setDisable(!state.settings().kind().takesAnyHash());
        boolean ring = state.settings().isRing();
        virtualNodes.setDisable(!ring);
        virtualNodes.setValue(Math.log(state.settings().virtualNodes()) / Math.log(2));
        virtualNodesLabel.setText(
                "Virtual nodes: " + Figures.count(state.settings().virtualNodes()));
        replicas.getValueFactory().setValue(state.settings().replicas());
        bound.setValue(state.settings().balanceFactor());
        bound.setDisable(!ring && state.settings().kind() != Placements.HAPROXY_CONSISTENT);
        asHashed.setVisible(!state.settings().tokens().isEmpty());
        asHashed.setManaged(asHashed.isVisible());
        asHashed.setText(state.settings().tokens().size() + " moved by hand: put back");
        if (!keyCount.isFocused()) {
            keyCount.setText(Figures.count(model.keys().size()));
        }
        keyCount.setTooltip(new Tooltip(model.keys().title()));
        Map<String, Integer> orders = orders();
        List<ServerRow> rows = state.targets().stream()
                .map(target -> new ServerRow(model, target, orders.getOrDefault(target.name(), 0)))
                .toList();
        if (!rows.equals(listed)) {
            listed = rows;
            servers.getChildren().setAll(rows.stream().map(ServerRow::node).toList());
        }
        filling = false;
        headline();
        tellKey();
    }

    private void headline() {
        RingModel.Change change = model.change();
        if (change.label().isEmpty()) {
            moved.setText(Figures.count(model.keys().size()) + " keys");
            part.setText(model.state().settings().isRing() ? "drag a token, or change a server" : "change a server");
            modulo.setText("");
        } else {
            moved.setText(Figures.count(change.moved()) + " of " + Figures.count(change.keys()) + " keys moved");
            part.setText(Figures.percent(change.part())
                    + (change.fairShare() > 0
                            ? " · fair share " + Figures.percent(change.fairShare())
                            : " · none had to"));
            modulo.setText(
                    change.server().isEmpty() && !change.membership()
                            ? ""
                            : "hash(key) mod N would move " + Figures.count(model.movedByModulo())
                                    + (change.membership() ? "" : " without " + change.server()));
        }
        scale.setText("position 0 … 2⁶⁴−1 · " + model.state().settings().hash().title());
    }
}
