package roundhouse.workbench.playback.charts.nodes;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import roundhouse.analysis.origins.Origin;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.TenthsSampler;
import roundhouse.workbench.document.Selection;
import roundhouse.workbench.playback.charts.ChartModel;
import roundhouse.workbench.playback.charts.ChartPicture;
import roundhouse.workbench.playback.charts.ChartsModel;
import roundhouse.workbench.playback.charts.HoverBox;
import roundhouse.workbench.playback.charts.PaneKind;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;
import roundhouse.workbench.texts.Texts;

/** One figure of every node over time, each in a small chart, all on the same scale. */
public final class NodesPane implements ChartPicture {
    private static final String TITLE = Texts.text("playback.each-node");
    /** Narrower than this a small chart says nothing, px. */
    private static final double LEAST = 150;

    private static final double LEAST_HIGH = 56;
    private static final double GAP = 4;

    private final Selection selection;
    private final ChartsModel charts;
    private final HoverBox hover;
    private final ComboBox<NodeFigure> figure = new ComboBox<>();
    private final FlowPane tiles = new FlowPane(GAP, GAP);
    private final ScrollPane scroll = new ScrollPane(tiles);
    private List<NodeTile> shown = List.of();
    private NodesModel model;

    private NodesPane(Selection selection, ChartsModel charts, HoverBox hover, Runnable changed) {
        this.selection = selection;
        this.charts = charts;
        this.hover = hover;
        model = NodesModel.of(RunHistory.EMPTY, charts.nodes(), NodeFigure.RATE, charts.view());
        figure.getItems().setAll(NodeFigure.values());
        figure.setValue(NodeFigure.RATE);
        figure.setAccessibleText(Texts.text("playback.figure-that-is-shown-of"));
        figure.getStyleClass().add("node-figure");
        figure.setMaxWidth(Double.MAX_VALUE);
        figure.setOnAction(_ -> {
            refresh();
            changed.run();
        });
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("node-tiles");
        scroll.setMinHeight(0);
        scroll.viewportBoundsProperty().subscribe(this::size);
        selection.itemsProperty().subscribe(this::mark);
    }

    /** @param selection where a click puts the node */
    public static PaneKind kind(Selection selection) {
        return new PaneKind(
                TITLE,
                TITLE,
                "chart-nodes",
                false,
                (charts, hover, changed) -> new NodesPane(selection, charts, hover, changed));
    }

    @Override
    public Region node() {
        return scroll;
    }

    @Override
    public List<Node> below() {
        return List.of(figure);
    }

    @Override
    public boolean isFocused() {
        return false;
    }

    @Override
    public String help() {
        return Texts.text("playback.tab-goes-to-the-nodes");
    }

    @Override
    public void refresh() {
        model = NodesModel.of(charts.history(), charts.nodes(), figure.getValue(), charts.view());
        List<NodesModel.NodeChart> nodes = model.nodes();
        List<String> ids = nodes.stream().map(NodesModel.NodeChart::id).toList();
        if (!ids.equals(shown.stream().map(NodeTile::nodeId).toList())) {
            List<NodeTile> made = new ArrayList<>();
            nodes.forEach(node -> made.add(tile(node)));
            shown = List.copyOf(made);
            tiles.getChildren().setAll(shown);
            tabStop(0);
            mark();
            size();
        }
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).show(nodes.get(i).chart(), model.edge());
        }
    }

    @Override
    public String text() {
        if (model.nodes().isEmpty()) {
            return Texts.text("playback.no-node-has-any-yet");
        }
        ChartModel chart = model.nodes().getFirst().chart();
        int count = model.nodes().size();
        String more = count < TenthsSampler.MOST_NODES ? "" : " · " + Texts.text("playback.first-nodes", count);
        return Texts.text("playback.all-up-to", chart.edgeText(model.edge()), more);
    }

    private NodeTile tile(NodesModel.NodeChart node) {
        String id = node.id();
        return new NodeTile(
                node,
                charts,
                hover,
                () -> selection.select(
                        new Selection.Item.NodeItem(charts.nodes().group(id))),
                by -> step(id, by));
    }

    private void step(String id, int by) {
        for (int i = 0; i < shown.size(); i++) {
            if (shown.get(i).nodeId().equals(id)) {
                int next = Math.clamp((long) i + by, 0, shown.size() - 1);
                tabStop(next);
                shown.get(next).requestFocus();
                return;
            }
        }
    }

    /** One of them is reached by Tab, the others from there. */
    private void tabStop(int index) {
        for (int i = 0; i < shown.size(); i++) {
            shown.get(i).setFocusTraversable(i == index);
        }
    }

    private void mark() {
        for (NodeTile tile : shown) {
            tile.picked(selection.contains(
                    new Selection.Item.NodeItem(charts.nodes().group(tile.nodeId()))));
        }
    }

    private void size() {
        double width = scroll.getViewportBounds().getWidth();
        double height = scroll.getViewportBounds().getHeight();
        int columns = (int) Math.clamp((width + GAP) / (LEAST + GAP), 1, Math.max(1, Math.min(6, shown.size())));
        double each = Math.floor((width - (columns - 1) * GAP) / columns);
        int rows = Math.max(1, Math.ceilDiv(shown.size(), columns));
        double high = Math.max(LEAST_HIGH, Math.floor((height - (rows - 1) * GAP) / rows));
        shown.forEach(tile -> tile.setPrefSize(Math.max(0, each), high));
    }

    @Override
    public void moved() {
        shown.forEach(NodeTile::moved);
    }

    @Override
    public boolean pressed(KeyEvent event) {
        return false;
    }

    @Override
    public Origin origin() {
        return figure.getValue().origin();
    }

    @Override
    public ChartSheet sheet() {
        return new NodesSheet(model, charts.view(), shown.getFirst().look());
    }
}
