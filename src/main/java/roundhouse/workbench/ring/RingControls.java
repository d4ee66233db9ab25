package roundhouse.workbench.ring;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.registry.Placements;
import roundhouse.topology.nodes.parts.PlacementDeclarations;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.SearchWords;
import roundhouse.workbench.SearchableChoice;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;

/** The controls at the left of the ring: how keys are placed, and on which servers. */
final class RingControls {
    private static final List<Integer> BOUNDS = List.of(0, 105, 110, 125, 150, 200, 300);

    private final RingModel model;
    private final ToIntFunction<String> orders;
    private List<ServerRow> listed = List.of();
    private boolean filling;

    @FXML
    private SearchableChoice<Placements> placement;

    @FXML
    private ComboBox<HashFunction> hash;

    @FXML
    private CheckBox avalanche;

    @FXML
    private Label virtualNodesLabel;

    @FXML
    private Slider virtualNodes;

    @FXML
    private Spinner<Integer> replicas;

    @FXML
    private ComboBox<Integer> bound;

    @FXML
    private Label runNote;

    @FXML
    private VBox servers;

    @FXML
    private Button add;

    @FXML
    private Label byHand;

    @FXML
    private Button asHashed;

    RingControls(RingModel model, ToIntFunction<String> orders) {
        this.model = model;
        this.orders = orders;
    }

    @FXML
    void initialize() {
        placement.getItems().setAll(Placements.all());
        placement.setConverter(new SearchWords<>(kind -> SearchWords.of(kind.title(), kind.key(), kind.summary())));
        cells(placement, Placements::title, kind -> kind.key() + " · " + kind.summary());
        placement.setOnAction(_ -> {
            // None while what is typed does not match what was chosen.
            Placements chosen = placement.getValue();
            if (chosen != null) {
                set(text("ring.placement"), settings -> settings.withKind(chosen));
            }
        });
        hash.getItems().setAll(HashFunction.ofTexts());
        cells(hash, HashFunction::key, HashFunction::title);
        hash.setOnAction(_ -> hash());
        avalanche.setOnAction(_ -> hash());
        slide();
        replicas.setValueFactory(
                new SpinnerValueFactory.IntegerSpinnerValueFactory(1, PlacementDeclarations.MOST_REPLICAS));
        replicas.valueProperty()
                .addListener((_, _, count) ->
                        set(text("ring.set-replicas", count), settings -> settings.withReplicas(count)));
        bound.getItems().setAll(BOUNDS);
        cells(
                bound,
                factor -> factor == 0 ? text("ring.bound-off") : factor + " %",
                factor -> factor == 0 ? text("ring.bound-off-says") : text("ring.bound-says", factor));
        bound.setOnAction(_ -> set(text("ring.load-bound"), settings -> settings.withBalanceFactor(bound.getValue())));
        add.setOnAction(_ -> {
            String name = model.source().freeName();
            if (name.isEmpty()) {
                return;
            }
            model.edit(text("ring.add", name), name, model.state().with(Target.of(name)));
        });
        asHashed.setOnAction(
                _ -> model.edit(text("ring.set-as-hashed"), "", model.state().asHashed()));
        runNote.managedProperty().bind(runNote.visibleProperty());
        byHand.managedProperty().bind(byHand.visibleProperty());
        asHashed.visibleProperty().bind(byHand.visibleProperty());
        asHashed.managedProperty().bind(byHand.visibleProperty());
        model.onChange(this::fill);
        fill();
    }

    /** A list whose entries say what they are, and in a second line what that means. */
    private static <T> void cells(ComboBox<T> box, Function<T, String> title, Function<T, String> summary) {
        box.setButtonCell(new ListCell<>() {
            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setText(value == null || empty ? "" : title.apply(value));
            }
        });
        box.setCellFactory(_ -> new ListCell<>() {
            private final Label first = new Label();
            private final Label second = new Label();
            private final VBox both = new VBox(first, second);

            {
                second.getStyleClass().add("option-summary");
            }

            @Override
            protected void updateItem(@Nullable T value, boolean empty) {
                super.updateItem(value, empty);
                setGraphic(value == null || empty ? null : both);
                if (value != null && !empty) {
                    first.setText(title.apply(value));
                    second.setText(summary.apply(value));
                }
            }
        });
    }

    private void hash() {
        HashFunction chosen = hash.getValue();
        set(
                text("ring.set-hash"),
                settings -> settings.withHash(avalanche.isSelected() ? chosen.avalanched() : chosen.plain()));
    }

    private void slide() {
        virtualNodes.valueProperty().addListener((_, _, _) -> {
            if (!filling) {
                int count = nodesAt(virtualNodes.getValue());
                RingState state = model.state();
                model.preview(
                        text("ring.set-virtual-nodes", Integer.toString(count)),
                        "",
                        state.with(state.settings().withVirtualNodes(count)));
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
    }

    /** The slider is logarithmic: 1 to 1,024. */
    private static int nodesAt(double value) {
        return (int) Math.round(Math.pow(2, value));
    }

    private void set(String label, UnaryOperator<PlacementSettings> change) {
        if (!filling) {
            RingState state = model.state();
            model.edit(label, "", state.with(change.apply(state.settings())));
        }
    }

    private void fill() {
        filling = true;
        RingState state = model.state();
        PlacementSettings settings = state.settings();
        placement.setValue(settings.kind());
        hash.setValue(settings.hash().plain());
        avalanche.setSelected(settings.hash().isAvalanched());
        hash.setDisable(!settings.kind().takesAnyHash());
        avalanche.setDisable(hash.isDisable());
        virtualNodes.setDisable(!settings.isRing());
        if (nodesAt(virtualNodes.getValue()) != settings.virtualNodes()) {
            virtualNodes.setValue(Math.log(settings.virtualNodes()) / Math.log(2));
        }
        virtualNodesLabel.setText(text("ring.virtual-nodes-are", FigureText.count(settings.virtualNodes())));
        replicas.getValueFactory().setValue(settings.replicas());
        bound.setValue(settings.balanceFactor());
        bound.setDisable(!settings.canBeBounded() || !model.source().weighs());
        int moved = settings.tokens().size();
        byHand.setVisible(moved > 0);
        byHand.setText(text("ring.moved-by-hand", FigureText.count(moved), moved));
        add.setDisable(model.source().freeName().isEmpty());
        String note = model.runNote();
        runNote.setText(note);
        runNote.setVisible(!note.isEmpty());
        List<ServerRow> rows = model.servers().stream()
                .map(server -> new ServerRow(model, server, orders.applyAsInt(server.name())))
                .toList();
        if (!rows.equals(listed)) {
            listed = rows;
            servers.getChildren().setAll(rows.stream().map(ServerRow::node).toList());
        }
        filling = false;
    }
}
