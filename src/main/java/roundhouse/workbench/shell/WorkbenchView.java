package roundhouse.workbench.shell;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.controlsfx.control.StatusBar;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.workbench.Fxml;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.access.HasPanes;
import roundhouse.workbench.access.Panes;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.live.LiveBar;
import roundhouse.workbench.playback.TransportBar;
import roundhouse.workbench.remembering.Splits;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.showing.Presenter;
import roundhouse.workbench.shell.side.SideTabs;

/** The window's parts as {@code fxml/workbench.fxml} lays them out, and where the other packages' nodes go. */
final class WorkbenchView implements Presenter.Room {
    @FXML
    private TopBar topBar;

    @FXML
    private MenuButton menu;

    @FXML
    private HBox brand;

    @FXML
    private Label brandName;

    @FXML
    private Label fileName;

    @FXML
    private Circle dirtyDot;

    @FXML
    private ViewSwitch viewsController;

    @FXML
    private StackPane transport;

    @FXML
    private Button problems;

    @FXML
    private Button find;

    @FXML
    private Banner banner;

    @FXML
    private Palette palette;

    @FXML
    private ScrollPane paletteScroll;

    @FXML
    private LeftColumn left;

    @FXML
    private StackPane learn;

    private Set<LessonControl> controls = EnumSet.allOf(LessonControl.class);
    /** Only the canvas and the transport are there. */
    private boolean presenting;

    @FXML
    private SplitPane rows;

    @FXML
    private SplitPane columns;

    @FXML
    private StackPane canvas;

    @FXML
    private VBox side;

    @FXML
    private SideTabs sideController;

    @FXML
    private StackPane bottom;

    @FXML
    private BorderPane body;

    @FXML
    private StatusBar status;

    private final StackPane root;
    private final Splits splits;
    /** The bar at the top while it is presented. */
    private final HBox presented = new HBox();
    /** Where in the bar at the top the transport stands. */
    private final int transportPlace;

    /** @param settings remember how the window is divided */
    WorkbenchView(Preferences settings) {
        root = Fxml.load(StackPane.class, this, "workbench");
        transportPlace = topBar.getChildren().indexOf(transport);
        presented.getStyleClass().addAll("top-bar", "presented-bar");
        splits = new Splits(root, columns, side, rows, bottom, settings);
        left.stackedProperty().bind(root.widthProperty().lessThan(Splits.NARROW));
    }

    /** What switches between views. */
    ViewSwitch views() {
        return viewsController;
    }

    /** What stands beside the canvas. */
    SideTabs side() {
        return sideController;
    }

    Splits splits() {
        return splits;
    }

    @Override
    public Region root() {
        return root;
    }

    MenuButton menu() {
        return menu;
    }

    Palette palette() {
        return palette;
    }

    Button problems() {
        return problems;
    }

    StatusBar status() {
        return status;
    }

    void place(Node canvasNode, TransportBar transportBar, LiveBar liveBar, Node bottomNode) {
        canvas.getChildren().setAll(canvasNode);
        transport.getChildren().setAll(transportBar, liveBar);
        transportBar.visibleProperty().bind(liveBar.visibleProperty().not());
        transportBar.managedProperty().bind(transportBar.visibleProperty());
        bottom.getChildren().setAll(bottomNode);
        topBar.mayHide(brandName);
        topBar.mayShorten(find);
        transportBar.spare().forEach(topBar::mayHide);
        topBar.mayHide(brand);
        topBar.mayHideAtLast(viewsController.last());
        topBar.mayHideAtLast(fileName);
        transportBar.steps().forEach(topBar::mayHideAtLast);
    }

    /** The views that the top bar switches between; Design is what is laid out in the file. */
    void views(Node ring, Node compare, Node sweep) {
        Node design = body.getCenter();
        viewsController.fill(design, ring, compare, sweep, shown -> {
            Scene scene = root.getScene();
            boolean within = scene != null && Panes.has(body.getCenter(), scene.getFocusOwner());
            showPalette();
            body.setCenter(shown);
            // Else the top bar would have the focus, in which the space bar does not play. In the other views no
            // control
            // has it until Tab goes to their first: a button or a list would keep the space bar too.
            if (within) {
                goOnInView();
            }
        });
    }

    /** Gives the focus to the view that is shown. */
    void goOnInView() {
        Node shown = body.getCenter();
        (viewsController.showsDesign().get() ? Panes.first(canvas).orElse(shown) : shown).requestFocus();
    }

    /** Stands below the canvas, as wide as that. */
    void belowCanvas(Node node) {
        Node above = canvas.getChildren().removeFirst();
        canvas.getChildren().addFirst(new BorderPane(above, null, null, node, null));
    }

    /** Lies over the canvas. */
    void overCanvas(Node node) {
        canvas.getChildren().add(node);
    }

    /** The large parts of the window as it is now, from the top left to the bottom right. */
    List<? extends Node> panes() {
        List<? extends Node> shown = viewsController.showsDesign().get()
                ? List.of(paletteScroll, canvas, side, bottom)
                : body.getCenter() instanceof HasPanes view ? view.panes() : List.of(body.getCenter());
        return Stream.concat(Stream.of(topBar, banner, learn), shown.stream()).toList();
    }

    /** What stands at the left of every view while a lesson is open. */
    void learn(Node panel) {
        learn.getChildren().setAll(panel);
        learn.visibleProperty().bind(panel.visibleProperty());
        learn.managedProperty().bind(panel.visibleProperty());
    }

    /** Leaves out the parts that are not among these. */
    void controls(Set<LessonControl> there) {
        controls = there;
        showPalette();
        showParts();
        viewsController.offer(there);
        problems.setOpacity(there.contains(LessonControl.PROBLEMS) ? 1 : 0);
        problems.setDisable(!there.contains(LessonControl.PROBLEMS));
        transport.lookupAll(".transport-speed").forEach(node -> node.setDisable(!there.contains(LessonControl.SPEED)));
    }

    private void showParts() {
        part(columns, side, 1, !presenting && controls.contains(LessonControl.SIDE));
        part(rows, bottom, 1, !presenting && controls.contains(LessonControl.CHARTS));
    }

    @Override
    public void present(boolean on) {
        if (on && !presenting) {
            splits.keep();
        }
        presenting = on;
        root.getStyleClass().remove("presenting");
        if (on) {
            viewsController.showDesign();
            root.getStyleClass().add("presenting");
        }
        presented.getChildren().remove(transport);
        topBar.getChildren().remove(transport);
        if (on) {
            presented.getChildren().addFirst(transport);
        } else {
            topBar.getChildren().add(transportPlace, transport);
        }
        body.setTop(on ? presented : topBar);
        status.setVisible(!on);
        status.setManaged(!on);
        showPalette();
        showParts();
        if (!on) {
            splits.restore();
        }
    }

    @Override
    public void inPresentedBar(Node node) {
        presented.getChildren().add(node);
    }

    @Override
    public void overAll(Node node) {
        root.getChildren().add(node);
    }

    /** Stands at the end of the line at the bottom while the canvas is there. */
    void inStatusLine(Node node) {
        status.getRightItems().add(node);
        node.visibleProperty().bind(viewsController.showsDesign());
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Circles these parts. */
    void circle(Set<LessonControl> parts) {
        circled(bottom, parts.contains(LessonControl.CHARTS));
        circled(side, parts.contains(LessonControl.SIDE));
        circled(paletteScroll, parts.contains(LessonControl.PALETTE) || parts.contains(LessonControl.BREAK));
        circled(viewsController.button(LessonControl.RING), parts.contains(LessonControl.RING));
        circled(viewsController.button(LessonControl.COMPARE), parts.contains(LessonControl.COMPARE));
        circled(viewsController.button(LessonControl.SWEEP), parts.contains(LessonControl.SWEEP));
        circled(transport, parts.contains(LessonControl.SPEED));
        circled(problems, parts.contains(LessonControl.PROBLEMS));
    }

    private static void circled(Node node, boolean on) {
        node.getStyleClass().remove("lesson-circled");
        if (on) {
            node.getStyleClass().add("lesson-circled");
        }
    }

    private void showPalette() {
        boolean shown = !presenting
                && viewsController.showsDesign().get()
                && (controls.contains(LessonControl.PALETTE) || controls.contains(LessonControl.BREAK));
        paletteScroll.setVisible(shown);
        paletteScroll.setManaged(shown);
        palette.show(controls.contains(LessonControl.PALETTE), controls.contains(LessonControl.BREAK));
    }

    private void part(SplitPane pane, Node node, int place, boolean there) {
        if (there && !pane.getItems().contains(node)) {
            pane.getItems().add(place, node);
            splits.divide();
        } else if (!there) {
            pane.getItems().remove(node);
        }
    }

    void follow(Document document, DocumentFiles files, Notices notices, Action findAction) {
        fileName.textProperty().bind(files.nameBinding());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(files.nameBinding());
        fileName.setTooltip(whole);
        dirtyDot.visibleProperty().bind(document.dirtyProperty());
        banner.follow(notices);
        find.setTooltip(new Tooltip(findAction.hint()));
        find.setOnAction(_ -> findAction.run());
    }
}
