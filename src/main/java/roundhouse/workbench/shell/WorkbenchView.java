package roundhouse.workbench.shell;

import impl.org.controlsfx.skin.DecorationPane;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Circle;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.workbench.Fxml;
import roundhouse.workbench.Notices;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.live.LiveBar;
import roundhouse.workbench.playback.TransportBar;
import roundhouse.workbench.remembering.Splits;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.showing.Presenter;

/** The window's parts as {@code fxml/workbench.fxml} lays them out, and where the other packages' nodes go. */
final class WorkbenchView implements Presenter.Room {
    @FXML
    private TopBar topBar;

    @FXML
    private MenuButton menu;

    @FXML
    private Label brandName;

    @FXML
    private Label fileName;

    @FXML
    private Circle dirtyDot;

    @FXML
    private SegmentedButton views;

    @FXML
    private ToggleButton designView;

    @FXML
    private ToggleButton ringView;

    @FXML
    private ToggleButton compareView;

    @FXML
    private ToggleButton sweepView;

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
    private StackPane learn;

    private Set<LessonControl> controls = EnumSet.allOf(LessonControl.class);
    /** Only the canvas and the transport are there. */
    private boolean presenting;

    private double[] columnsBefore = {};
    private double[] rowsBefore = {};

    @FXML
    private SplitPane rows;

    @FXML
    private SplitPane columns;

    @FXML
    private StackPane canvas;

    @FXML
    private ScrollPane inspector;

    @FXML
    private VBox side;

    @FXML
    private ToggleButton inspectorTab;

    @FXML
    private ToggleButton requestsTab;

    @FXML
    private ToggleButton cacheTab;

    @FXML
    private ToggleButton storeTab;

    @FXML
    private ToggleButton checklistTab;

    @FXML
    private StackPane sideBody;

    private final ToggleGroup sides = new ToggleGroup();
    /** No button of the bar: the start page is left by any of those. */
    private final ToggleButton startView = new ToggleButton();

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

    void place(Node canvasNode, Node inspectorNode, TransportBar transportBar, LiveBar liveBar, Node bottomNode) {
        canvas.getChildren().setAll(canvasNode);
        inspector.setContent(decorated(inspectorNode));
        transport.getChildren().setAll(transportBar, liveBar);
        transportBar.visibleProperty().bind(liveBar.visibleProperty().not());
        transportBar.managedProperty().bind(transportBar.visibleProperty());
        bottom.getChildren().setAll(bottomNode);
        topBar.mayHide(brandName);
        topBar.mayShorten(find);
        transportBar.spare().forEach(topBar::mayHide);
        topBar.mayHideAtLast(sweepView);
        topBar.mayHideAtLast(fileName);
        transportBar.steps().forEach(topBar::mayHideAtLast);
    }

    /** Signs on fields lie above them and scroll with them. */
    private static Node decorated(Node form) {
        DecorationPane pane = new DecorationPane();
        pane.getChildren().add(form);
        return pane;
    }

    /** What the side switches to from the inspector. */
    void side(Node requests, Node cache, Node store) {
        sides.selectedToggleProperty().addListener((_, before, shown) -> {
            if (shown == null) {
                sides.selectToggle(before);
            } else {
                sideBody.getChildren().setAll((Node) shown.getUserData());
            }
        });
        side(inspectorTab, inspector);
        side(requestsTab, requests);
        side(storeTab, store);
        side(cacheTab, cache);
        sides.selectToggle(inspectorTab);
    }

    private void side(ToggleButton tab, Node content) {
        tab.setUserData(content);
        tab.setToggleGroup(sides);
    }

    /** What the side shows from the first time on that it is asked for. */
    void checklist(Node checklist) {
        side(checklistTab, checklist);
    }

    void showChecklist() {
        checklistTab.setManaged(true);
        checklistTab.setVisible(true);
        checklistTab.setSelected(true);
    }

    /** The side has a store to show, or none. */
    void hasStore(boolean any) {
        storeTab.setManaged(any);
        storeTab.setVisible(any);
        if (!any && storeTab.isSelected()) {
            showInspector();
        }
    }

    void showInspector() {
        inspectorTab.setSelected(true);
    }

    void showRequests() {
        requestsTab.setSelected(true);
    }

    /** The side has a cache to show from the first time on that one is opened. */
    void showCache() {
        cacheTab.setManaged(true);
        cacheTab.setVisible(true);
        cacheTab.setSelected(true);
    }

    /** The listener is told whether the side shows a cache. */
    void onCache(Consumer<Boolean> listener) {
        cacheTab.selectedProperty().subscribe(listener);
    }

    /** The views that the top bar switches between; Design is what is laid out in the file. */
    void views(Node ring, Node compare, Node sweep) {
        ToggleGroup group = new ToggleGroup();
        views.setToggleGroup(group);
        startView.setToggleGroup(group);
        Node design = body.getCenter();
        group.selectedToggleProperty().addListener((_, before, shown) -> {
            if (shown == null) {
                group.selectToggle(before);
            } else {
                showPalette();
                body.setCenter(
                        shown.equals(startView)
                                ? (Node) startView.getUserData()
                                : shown.equals(designView)
                                        ? design
                                        : shown.equals(ringView) ? ring : shown.equals(sweepView) ? sweep : compare);
            }
        });
    }

    /** The start page, which views lead away from; the listener is told when it is left. */
    void start(Node page, Runnable left) {
        startView.setUserData(page);
        startView.selectedProperty().subscribe(shown -> {
            if (!shown) {
                left.run();
            }
        });
    }

    void showStart() {
        startView.setSelected(true);
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
        return designView.isSelected()
                ? List.of(topBar, banner, learn, paletteScroll, canvas, side, bottom)
                : List.of(topBar, banner, learn, body.getCenter());
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
        List<ToggleButton> buttons = new ArrayList<>(List.of(startView, designView));
        if (there.contains(LessonControl.RING)) {
            buttons.add(ringView);
        }
        if (there.contains(LessonControl.COMPARE)) {
            buttons.add(compareView);
        }
        if (there.contains(LessonControl.SWEEP)) {
            buttons.add(sweepView);
        }
        views.getButtons().setAll(buttons);
        views.setVisible(buttons.size() > 2);
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
            columnsBefore = columns.getDividerPositions();
            rowsBefore = rows.getDividerPositions();
        }
        presenting = on;
        root.getStyleClass().remove("presenting");
        if (on) {
            showDesign();
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
            columns.setDividerPositions(columnsBefore);
            rows.setDividerPositions(rowsBefore);
            splits.anew(() -> {
                columns.setDividerPositions(columnsBefore);
                rows.setDividerPositions(rowsBefore);
            });
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
        node.visibleProperty().bind(designView.selectedProperty());
        node.managedProperty().bind(node.visibleProperty());
    }

    /** Circles these parts. */
    void circle(Set<LessonControl> parts) {
        circled(bottom, parts.contains(LessonControl.CHARTS));
        circled(side, parts.contains(LessonControl.SIDE));
        circled(paletteScroll, parts.contains(LessonControl.PALETTE) || parts.contains(LessonControl.BREAK));
        circled(ringView, parts.contains(LessonControl.RING));
        circled(compareView, parts.contains(LessonControl.COMPARE));
        circled(sweepView, parts.contains(LessonControl.SWEEP));
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
                && designView.isSelected()
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

    void showDesign() {
        designView.setSelected(true);
    }

    void showCompare() {
        compareView.setSelected(true);
    }

    void showSweep() {
        sweepView.setSelected(true);
    }

    void showRing() {
        ringView.setSelected(true);
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
