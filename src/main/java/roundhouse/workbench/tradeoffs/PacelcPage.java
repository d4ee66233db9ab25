package roundhouse.workbench.tradeoffs;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import roundhouse.analysis.stores.StoreVariant;
import roundhouse.analysis.stores.StoreVariants;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.WorkLane;
import roundhouse.workbench.origins.AskedFigure;
import roundhouse.workbench.origins.OriginPop;

/** The settings of a store tried, and what each gives up: two charts and a table that fill while the runs go. */
public final class PacelcPage extends VBox {
    private static final String ABOUT = text("tradeoffs.about");

    private final BiConsumer<String, Topology> edit;
    private final WorkLane lane;
    private final ComboBox<String> stores = new ComboBox<>();
    private final ObjectProperty<StoreVariants> what = new SimpleObjectProperty<>(this, "what", StoreVariants.SETTINGS);
    private final Button run = new Button(text("tradeoffs.run-settings"));
    private final Button cancel = new Button(text("tradeoffs.cancel"));
    private final PacelcCharts charts = new PacelcCharts(this::take);
    private final PacelcTable table;
    private Topology topology = Topology.EMPTY;
    /** What was run, the first as the design was; empty for nothing. */
    private List<StoreVariant> tried = List.of();

    private String store = "";

    /**
     * @param edit changes the document, given what that is called and what it becomes
     * @param origins is asked where figures come from
     */
    public PacelcPage(BackgroundWork background, BiConsumer<String, Topology> edit, OriginPop origins) {
        this.edit = edit;
        table = new PacelcTable(this::take, this::asked, origins);
        lane = background.lane("pacelc", text("tradeoffs.trying"));
        getStylesheets()
                .add(Objects.requireNonNull(PacelcPage.class.getResource("/styles/tradeoffs.css"))
                        .toExternalForm());
        getStyleClass().add("pacelc-page");
        setId("pacelc-page");
        Label title = new Label(text("tradeoffs.title"));
        title.getStyleClass().add("pacelc-title");
        Label about = new Label(ABOUT);
        about.getStyleClass().add("muted");
        for (Label label : List.of(title, about)) {
            label.setWrapText(true);
            label.setMinHeight(USE_PREF_SIZE);
        }
        stores.setId("pacelc-store");
        stores.setAccessibleText(text("tradeoffs.store"));
        run.setId("pacelc-run");
        run.getStyleClass().add("accent");
        run.setOnAction(_ -> begin());
        cancel.setId("pacelc-cancel");
        cancel.setOnAction(_ -> stop());
        for (Button button : List.of(run, cancel)) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        FlowPane bar = new FlowPane(
                stores,
                new ToggleChoice<>("pacelc", List.of(StoreVariants.values()), StoreVariants::title, what),
                run,
                cancel);
        bar.getStyleClass().add("compare-actions");
        ScrollPane wide = new ScrollPane(table);
        wide.getStyleClass().add("pacelc-scroll");
        wide.setFitToHeight(true);
        getChildren().addAll(title, about, bar, charts, wide);
        running(false);
        seen(false);
        stores.getSelectionModel().selectedIndexProperty().subscribe(_ -> forget());
        what.subscribe(_ -> forget());
    }

    /** This is the design there is. What was run of it stays while only the store is set in another way. */
    public void offer(Topology design) {
        shown(this, !design.stores().isEmpty());
        topology = design;
        List<String> titles = design.stores().stream().map(Store::title).toList();
        if (!tried.isEmpty() && !isOfTheSame()) {
            forget();
        }
        if (!titles.equals(stores.getItems())) {
            stores.getItems().setAll(titles);
            stores.getSelectionModel().selectFirst();
        }
        shown(stores, titles.size() > 1);
        current();
    }

    /** Whether what was run differs from the design in the store's setting alone, and where things stand on the canvas. */
    private boolean isOfTheSame() {
        StoreVariant first = tried.getFirst();
        return topology.store(store).isPresent()
                && first.appliedTo(topology, store)
                        .withLayout(first.design().layout())
                        .equals(first.design());
    }

    private void current() {
        String name = tried.stream()
                .filter(variant -> variant.appliedTo(topology, store).equals(topology))
                .map(StoreVariant::name)
                .findFirst()
                .orElse("");
        charts.current(name);
        table.current(name);
    }

    private void begin() {
        stop();
        int at = stores.getSelectionModel().getSelectedIndex();
        if (at < 0) {
            return;
        }
        store = topology.stores().get(at).id();
        tried = what.get().of(topology, store);
        running(true);
        seen(true);
        show(PacelcWork.State.NONE);
        current();
        lane.replace(new BackgroundTask<>(
                text("tradeoffs.trying-failed"),
                new PacelcWork(tried, store, this::show),
                last -> {
                    show(last);
                    running(false);
                },
                _ -> running(false)));
    }

    /** Ends where it has got to; what is done stays. */
    public void stop() {
        lane.cancel();
        running(false);
    }

    /** A column of the table, to be asked where it comes from. */
    private Optional<AskedFigure> asked(PacelcFigure figure) {
        return tried.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        figure.asked(tried.stream().map(StoreVariant::design).toList()));
    }

    private void forget() {
        stop();
        tried = List.of();
        show(PacelcWork.State.NONE);
        seen(false);
    }

    private void show(PacelcWork.State state) {
        charts.show(state);
        table.show(state.rows());
    }

    /** Sets the store of the document that way. */
    private void take(String setting) {
        for (StoreVariant variant : tried) {
            if (variant.name().equals(setting)) {
                Topology next = variant.appliedTo(topology, store);
                if (!next.equals(topology)) {
                    String name = topology.store(store).map(Store::title).orElse(store);
                    edit.accept(text("tradeoffs.set", name, setting), next);
                }
                return;
            }
        }
    }

    private void running(boolean yes) {
        shown(run, !yes);
        shown(cancel, yes);
    }

    private void seen(boolean yes) {
        shown(charts, yes);
    }

    private static void shown(Node node, boolean yes) {
        node.setVisible(yes);
        node.setManaged(yes);
    }
}
