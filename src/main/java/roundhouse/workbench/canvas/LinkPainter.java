package roundhouse.workbench.canvas;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.simulation.Frame;
import roundhouse.topology.Link;
import roundhouse.workbench.Figures;
import roundhouse.workbench.document.Selection.Item;

/**
 * The links: a line with an arrow at its target. Dashed where nothing gets through, thick where selected; the weight where it is
 * not 1; the rate where single requests are too fast to see.
 */
final class LinkPainter {
    private static final double ARROW = 8;
    private static final Font FONT = Font.font("System", FontWeight.BOLD, 11);

    private final GraphicsContext g;
    private final CanvasModel model;
    private final CanvasColours colours;
    private boolean ratesShown;

    LinkPainter(GraphicsContext g, CanvasModel model, CanvasColours colours) {
        this.g = g;
        this.model = model;
        this.colours = colours;
    }

    /** Paints all that are in sight; true when some show a rate because requests are too fast to see. */
    boolean paint() {
        Drawing drawing = model.drawing();
        Area seen = model.seen().grown(20);
        g.setFont(FONT);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)
                    && seen.meets(Area.between(drawing.x1(i), drawing.y1(i), drawing.x2(i), drawing.y2(i)))) {
                paint(drawing, i);
            }
        }
        g.setLineDashes();
        return ratesShown;
    }

    private void paint(Drawing drawing, int index) {
        Link link = drawing.link(index);
        Item item = new Item.LinkItem(link.from(), link.to());
        boolean selected = model.selection().contains(item);
        boolean pointed = item.equals(model.hovered());
        boolean broken =
                model.live().condition(link.to()) == Frame.DOWN || model.live().condition(link.from()) == Frame.DOWN;
        Color colour = selected ? colours.accent() : link.down() || broken ? colours.danger() : colours.link();
        Viewport viewport = model.viewport();
        double x1 = viewport.toViewX(drawing.x1(index));
        double y1 = viewport.toViewY(drawing.y1(index));
        double x2 = viewport.toViewX(drawing.x2(index));
        double y2 = viewport.toViewY(drawing.y2(index));
        double scale = Math.clamp(viewport.zoom(), 0.5, 1.5);
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth((selected ? 2.6 : pointed ? 2.2 : 1.4) * scale);
        if (link.down() || broken) {
            g.setLineDashes(6 * scale, 5 * scale);
        } else if (link.backup()) {
            g.setLineDashes(2 * scale, 4 * scale);
        } else {
            g.setLineDashes();
        }
        double length = Math.hypot(x2 - x1, y2 - y1);
        if (length < 1) {
            return;
        }
        double ux = (x2 - x1) / length;
        double uy = (y2 - y1) / length;
        double arrow = ARROW * scale;
        g.strokeLine(x1, y1, x2 - ux * arrow * 0.8, y2 - uy * arrow * 0.8);
        double half = arrow * 0.42;
        g.fillPolygon(
                new double[] {x2, x2 - ux * arrow - uy * half, x2 - ux * arrow + uy * half},
                new double[] {y2, y2 - uy * arrow + ux * half, y2 - uy * arrow - ux * half},
                3);
        if (viewport.showsCards()) {
            label(drawing, index, selected, pointed, x1, y1, x2, y2);
        }
    }

    private void label(
            Drawing drawing, int index, boolean selected, boolean pointed, double x1, double y1, double x2, double y2) {
        Link link = drawing.link(index);
        boolean tooFast = Motion.isTooFast(link, model.speed()) && model.live().any();
        ratesShown |= tooFast;
        String text = "";
        if (tooFast || ((selected || pointed) && model.live().any())) {
            text = Figures.rate(Math.rint(model.live().linkRate(drawing, index)));
        }
        if (link.down()) {
            text = "out of use";
        }
        if (link.weight() != 1) {
            text = (text.isEmpty() ? "" : text + " · ") + "weight " + link.weight();
        }
        if (link.backup()) {
            text = (text.isEmpty() ? "" : text + " · ") + "backup";
        }
        if (!text.isEmpty()) {
            double x = (x1 + x2) / 2;
            double y = (y1 + y2) / 2;
            double width = text.length() * 6.2 + 10;
            g.setFill(colours.background());
            g.fillRoundRect(x - width / 2, y - 9, width, 18, 9, 9);
            g.setFill(selected ? colours.accent() : link.down() ? colours.danger() : colours.muted());
            g.fillText(text, x, y);
        }
    }
}
