package roundhouse.workbench.canvas.painting;

import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.simulation.observing.stores.StoreReport;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.PlaceFrame;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.texts.Texts;

/** Outlines around the members of each store, with its name, its protocol and who leads. */
public final class StorePainter {
    private static final double RADIUS = 14;
    private static final double LINE = 1.6;
    private static final double MARKED_LINE = 2.4;
    /** How much of the colour the ground of a selected store has. */
    private static final double SELECTED_GROUND = 0.08;
    /** The name may go on beyond a narrow outline. */
    private static final double WIDER = 1.7;
    /** Of the letters, px: smaller ones cannot be read. */
    private static final double SMALLEST = 8.5;
    /** Between small letters and the outline below them, px: commas reach down. */
    private static final double ABOVE = 3.5;

    public void paint(Ink g, CanvasModel model, CanvasColours colours) {
        Topology topology = model.topology();
        Area seen = model.seen();
        for (PlaceFrame frame : model.stores().all()) {
            if (seen.meets(frame.area())) {
                topology.store(frame.name())
                        .ifPresent(store -> paint(
                                g,
                                model.viewport(),
                                frame.area(),
                                line(store, model),
                                Mark.of(model, new Item.StoreItem(store.id())),
                                colours));
            }
        }
    }

    private enum Mark {
        NONE,
        HOVERED,
        SELECTED;

        static Mark of(CanvasModel model, Item item) {
            return model.selection().contains(item)
                    ? SELECTED
                    : item.equals(model.marks().hovered()) ? HOVERED : NONE;
        }
    }

    private record Line(String text, boolean bad) {}

    private static Line line(Store store, CanvasModel model) {
        return model.live().frame().stores.stream()
                .filter(report -> report.id().equals(store.id()))
                .findFirst()
                .map(report -> lost(line(store, report, model), report.lostAcknowledgedWrites()))
                .orElse(new Line(store.title() + " · " + store.replication().mode(), false));
    }

    private static Line line(Store store, StoreReport report, CanvasModel model) {
        return report.hasLeaders()
                ? leader(store.title(), report, model)
                : new Line(store.title() + " · " + store.replication().mode(), false);
    }

    private static Line lost(Line line, long lost) {
        return lost == 0
                ? line
                : new Line(Texts.text("canvas.writes-lost", line.text(), lost, FigureText.count(lost)), true);
    }

    private static Line leader(String title, StoreReport report, CanvasModel model) {
        String leader = report.leader();
        if (leader == null) {
            return new Line(Texts.text("canvas.nobody-leads", title), true);
        }
        int node = model.drawing().index(leader);
        String who = node < 0 ? leader : model.drawing().node(node).title();
        return new Line(Texts.text("canvas.leads-term", title, who, report.term()), false);
    }

    private static void paint(Ink g, Viewport viewport, Area area, Line line, Mark mark, CanvasColours colours) {
        double zoom = viewport.zoom();
        double x = viewport.toViewX(area.x());
        double y = viewport.toViewY(area.y());
        Color colour = line.bad() ? colours.danger() : colours.accent();
        double width = area.width() * zoom;
        double height = area.height() * zoom;
        if (mark == Mark.SELECTED) {
            g.setFill(colour.deriveColor(0, 1, 1, SELECTED_GROUND));
            g.fillRoundRect(x, y, width, height, RADIUS * zoom, RADIUS * zoom);
        } else {
            g.setLineDashes(7, 4);
        }
        g.setStroke(mark == Mark.NONE ? colours.background().interpolate(colour, 0.75) : colour);
        g.setLineWidth(mark == Mark.NONE ? LINE : MARKED_LINE);
        g.strokeRoundRect(x, y, width, height, RADIUS * zoom, RADIUS * zoom);
        g.setLineDashes();
        double size = Math.clamp(11 * zoom, SMALLEST, 14);
        double middle = viewport.showsCards() ? y + PlaceFrame.TOP * zoom / 2 : y - size / 2 - ABOVE;
        g.setText(Font.font("System", FontWeight.BOLD, size), TextAlignment.LEFT, VPos.CENTER);
        g.setFill(colour);
        g.fillText(line.text(), x + 9 * zoom, middle, Math.max(1, WIDER * area.width() * zoom));
    }
}
