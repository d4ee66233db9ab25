package roundhouse.workbench.ring;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Command;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Fxml;
import roundhouse.workbench.Notices;
import roundhouse.workbench.access.HasPanes;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.remembering.Folders;
import roundhouse.workbench.ring.cards.BalanceBars;
import roundhouse.workbench.ring.cards.ComparisonTable;
import roundhouse.workbench.ring.cards.Headline;
import roundhouse.workbench.ring.cards.RunCard;
import roundhouse.workbench.ring.model.LiveKeys;
import roundhouse.workbench.ring.model.RingModel;
import roundhouse.workbench.ring.model.RingState;
import roundhouse.workbench.ring.model.Sketch;
import roundhouse.workbench.ring.picture.RingCanvas;
import roundhouse.workbench.ring.picture.RingLens;
import roundhouse.workbench.ring.picture.RingPainter;
import roundhouse.workbench.ring.run.BalancerSource;
import roundhouse.workbench.ring.run.RunPlacements;
import roundhouse.workbench.ring.run.RunPreviews;
import roundhouse.workbench.ring.run.ServerOrders;
import roundhouse.workbench.ring.run.StoreSource;

/**
 * The Ring view: the controls at the left, the ring with what the last change moved, and what that comes to at the right. Shows the
 * balancer of the document that routes by key, or a sketch while there is none.
 */
public final class RingView extends BorderPane implements HasPanes {
    /** What the ring with its margins must have at least to be read, pixels of the layout. */
    private static final double LEAST_WIDTH = 480;

    private static final double CONTROLS_WIDTH = 208;
    private static final double LEAST_SIDE = 420;
    private static final double MOST_SIDE = 604;
    /** Below this width the figures go under the ring: beside it, neither would have room. */
    private static final double NARROW = CONTROLS_WIDTH + LEAST_WIDTH + LEAST_SIDE;

    /** Above and below the ring. */
    private static final double MARGINS = 28;

    private static final double LEAST_HEIGHT = 320;
    /** A smaller ring has smaller words in its middle. */
    private static final double SMALL = 440;

    /** The part of the ring's size that is free of keys in its middle. */
    private static final double WITHIN = 0.44;

    private static final PseudoClass IS_SMALL = PseudoClass.getPseudoClass("small");

    private final Document document;
    private final RingModel model;
    private final ServerOrders orders;
    private final RingCanvas canvas;
    private final RingLens lens;
    private final RunCard run;
    private final RunPlacements runs = new RunPlacements();
    private final LiveKeys live = new LiveKeys();
    private final RunPreviews previews;
    private final KeySetControls keys;
    private final Sketch sketch = new Sketch(RingState.sketch());

    @FXML
    private ScrollPane middle;

    @FXML
    private VBox centre;

    @FXML
    private StackPane ringPane;

    @FXML
    private ToggleButton lensToggle;

    @FXML
    private Node details;

    @FXML
    private Label moved;

    @FXML
    private Label part;

    @FXML
    private Label modulo;

    @FXML
    private Label streams;

    @FXML
    private Label scale;

    @FXML
    private VBox side;

    /**
     * @param commands takes what the run is to do at once, while a token is dragged
     * @param folders where files of keys are looked for
     */
    public RingView(
            Document document,
            Notices notices,
            Consumer<Command> commands,
            Folders folders,
            BackgroundWork background) {
        this.document = document;
        model = new RingModel(sketch);
        orders = new ServerOrders(document, model);
        canvas = new RingCanvas(model, orders);
        lens = new RingLens(model, canvas);
        run = new RunCard(model, orders);
        previews = new RunPreviews(document, model, commands);
        keys = new KeySetControls(model, live, folders, notices);
        Fxml.fill(this, "ring", this::controller);
        getStylesheets()
                .add(Objects.requireNonNull(RingView.class.getResource("/styles/ring.css"))
                        .toExternalForm());
        ringPane.getChildren().addFirst(canvas);
        ringPane.getChildren().add(canvas.tokenLabel());
        side.getChildren().addAll(new ComparisonTable(model, background), new BalanceBars(model, orders), run);
        centre.getChildren().add(1, lens);
        lens.visibleProperty().bind(lensToggle.selectedProperty());
        lens.managedProperty().bind(lens.visibleProperty());
        lensToggle.selectedProperty().subscribe(canvas::showLens);
        part.maxWidthProperty()
                .bind(Bindings.min(ringPane.widthProperty(), ringPane.heightProperty())
                        .multiply(WITHIN));
        streams.maxWidthProperty().bind(part.maxWidthProperty());
        streams.managedProperty().bind(streams.visibleProperty());
        scale.maxWidthProperty().bind(part.maxWidthProperty());
        Bindings.min(ringPane.widthProperty(), ringPane.heightProperty())
                .subscribe(size -> pseudoClassStateChanged(IS_SMALL, size.doubleValue() < SMALL));
        widthProperty().subscribe(this::arrange);
        middle.viewportBoundsProperty().subscribe(this::arrange);
        model.onChange(this::fill);
        document.topologyProperty().addListener((_, _, _) -> canvas.recolour());
        fill();
    }

    private Object controller(Class<?> type) {
        if (type == RingSubject.class) {
            return new RingSubject(document, model, sketch, runs);
        }
        if (type == RingControls.class) {
            return new RingControls(model, orders);
        }
        if (type == KeySetControls.class) {
            return keys;
        }
        if (type == RingDetails.class) {
            return new RingDetails(model, canvas);
        }
        throw new IllegalArgumentException(type + " is no part of the Ring view");
    }

    @Override
    public List<Node> panes() {
        return Stream.concat(Stream.of(getLeft(), ringPane, details), side.getChildren().stream())
                .toList();
    }

    /** The figures of this instant. */
    public void show(Frame frame) {
        runs.take(frame);
        live.take(frame);
        model.follow(frame.timeNanos);
        keys.picture();
        previews.picture();
        switch (model.source()) {
            case BalancerSource source -> run.show(frame, source.balancer());
            case StoreSource source -> run.showStore(frame, source.store());
            default -> run.show(frame, "");
        }
    }

    /** In a small window the ring alone fills the view, and everything else is reached by scrolling. */
    private void arrange() {
        boolean narrow = getWidth() < NARROW;
        if (narrow && getRight() != null) {
            setRight(null);
            centre.getChildren().add(side);
        } else if (!narrow && getRight() == null) {
            centre.getChildren().remove(side);
            setRight(side);
        }
        side.setPrefWidth(Math.clamp(getWidth() - CONTROLS_WIDTH - LEAST_WIDTH, LEAST_SIDE, MOST_SIDE));
        middle.setFitToHeight(!narrow);
        ringPane.setMinHeight(
                narrow ? Math.max(LEAST_HEIGHT, middle.getViewportBounds().getHeight() - MARGINS) : LEAST_HEIGHT);
    }

    private void fill() {
        Headline headline = Headline.of(model);
        moved.setText(headline.moved());
        part.setText(headline.part());
        modulo.setText(headline.modulo());
        streams.setText(headline.streams());
        streams.setVisible(!headline.streams().isEmpty());
        scale.setText(headline.scale());
        boolean ring = model.ring() != null;
        boolean crowded = canvas.painter().tokens().size() > RingPainter.HANDLES;
        lensToggle.setVisible(ring);
        lensToggle.setSelected(ring && (crowded || lensToggle.isSelected()));
    }
}
