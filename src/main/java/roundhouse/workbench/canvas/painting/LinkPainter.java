package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.paint.Color;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.Selection.Item;

/**
 * The links: a line with an arrow at its target. Dashed where nothing gets through; thick where selected, and
 * outlined where something is wrong with it as well, so that neither hides the other; the weight where it is
 * not 1; the rate where single requests are too fast to see.
 */
public final class LinkPainter {
    private static final double ARROW = 8;
    /** More plain links than this are painted pixel by pixel. */
    private static final int MANY = 200;

    private final Ink g;
    private final CanvasModel model;
    private final CanvasColours colours;
    private final LinesImage many;
    private final double pixelScale;
    private final LinkLabels labels;

    /**
     * @param many where very many are painted
     * @param pixelScale pixels of the screen for each of the view
     */
    public LinkPainter(Ink g, CanvasModel model, CanvasColours colours, LinesImage many, double pixelScale) {
        this.g = g;
        this.model = model;
        this.colours = colours;
        this.many = many;
        this.pixelScale = pixelScale;
        labels = new LinkLabels(g, model, colours, scale());
    }

    /**
     * Paints all that are in sight, those that are new as far as they have come.
     *
     * @param nowNanos real time
     */
    public void paint(long nowNanos) {
        Drawing drawing = model.drawing();
        Area seen = model.seen().grown(20);
        List<LinkLine> plain = new ArrayList<>();
        List<LinkLine> others = new ArrayList<>();
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)
                    && seen.meets(Area.between(drawing.x1(i), drawing.y1(i), drawing.x2(i), drawing.y2(i))
                            .with(Area.between(drawing.x1(i), drawing.y1(i), drawing.bendX(i), drawing.bendY(i))))) {
                LinkLine line = line(drawing, i, nowNanos);
                if (line.length() >= 1) {
                    (line.plain() ? plain : others).add(line);
                }
            }
        }
        paintPlain(plain);
        others.forEach(this::paint);
        if (model.viewport().showsCards()) {
            plain.removeIf(line -> drawing.isFoldedLink(line.index()));
            others.removeIf(line -> drawing.isFoldedLink(line.index()));
            labels.paint(drawing, plain, others);
        }
    }

    private LinkLine line(Drawing drawing, int index, long nowNanos) {
        Link link = drawing.link(index);
        Item item = new Item.LinkItem(link.from(), link.to());
        Viewport viewport = model.viewport();
        double come = Math.min(
                model.transitions().arrival(link.from(), nowNanos),
                model.transitions().arrival(link.to(), nowNanos));
        return new LinkLine(
                index,
                link,
                model.selection().contains(item),
                item.equals(model.marks().hovered()),
                model.live().condition(link.to()) == NodeState.DOWN
                        || model.live().condition(link.from()) == NodeState.DOWN,
                LinkText.of(
                        link,
                        model.live().frame(),
                        model.live().link(drawing, index),
                        isSplit(link),
                        model.live().role(link.from()) == PairRole.STANDBY
                                || model.live().role(link.to()) == PairRole.STANDBY),
                viewport.toViewX(drawing.x1(index)),
                viewport.toViewY(drawing.y1(index)),
                viewport.toViewX(drawing.x1(index) + come * (drawing.bendX(index) - drawing.x1(index))),
                viewport.toViewY(drawing.y1(index) + come * (drawing.bendY(index) - drawing.y1(index))),
                viewport.toViewX(drawing.x1(index) + come * (drawing.x2(index) - drawing.x1(index))),
                viewport.toViewY(drawing.y1(index) + come * (drawing.y2(index) - drawing.y1(index))));
    }

    private boolean isSplit(Link heartbeat) {
        return heartbeat.isHeartbeat()
                && model.live().role(heartbeat.from()) == PairRole.ACTIVE
                && model.live().role(heartbeat.to()) == PairRole.ACTIVE;
    }

    private double scale() {
        return Math.clamp(model.viewport().zoom(), 0.5, 1.5);
    }

    private void paintPlain(List<LinkLine> plain) {
        Ink.OfPixels pixels = g.pixels();
        if (plain.size() <= MANY || pixels == null) {
            plain.forEach(this::paint);
            return;
        }
        ThinLines lines =
                many.begin((int) Math.ceil(model.width() * pixelScale), (int) Math.ceil(model.height() * pixelScale));
        for (LinkLine line : plain) {
            double width = 1.4 * scale() * pixelScale;
            double bendX = line.bendX() * pixelScale;
            double bendY = line.bendY() * pixelScale;
            if (line.straight()) {
                bendX = line.x2() * pixelScale;
                bendY = line.y2() * pixelScale;
            } else {
                lines.line(bendX, bendY, line.x2() * pixelScale, line.y2() * pixelScale, width);
            }
            lines.line(line.x1() * pixelScale, line.y1() * pixelScale, bendX, bendY, width);
        }
        pixels.drawImage(many.finish(colours.link()), 0, 0, model.width(), model.height());
        if (model.viewport().showsCards()) {
            g.setFill(colours.link());
            plain.stream().filter(line -> labels.inSight(line.x2(), line.y2())).forEach(this::head);
        }
    }

    private void paint(LinkLine line) {
        Color colour = line.dead()
                ? colours.danger()
                : line.text().wrong() ? colours.warning() : line.selected() ? colours.accent() : colours.link();
        double scale = scale();
        if (line.selected() && line.unwell()) {
            outline(line);
        }
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth((line.selected() ? 2.6 : line.pointed() ? 2.2 : 1.4) * scale);
        if (line.dead()) {
            g.setLineDashes(6 * scale, 5 * scale);
        } else if (line.link().isHeartbeat()) {
            g.setLineDashes(1.5 * scale, 5 * scale);
        } else if (line.link().backup() || line.text().unused()) {
            g.setLineDashes(2 * scale, 4 * scale);
        }
        double part = 1 - Math.min(1, 0.8 * ARROW * scale / Math.max(1, line.lastLength()));
        way(line, line.bendX() + part * (line.x2() - line.bendX()), line.bendY() + part * (line.y2() - line.bendY()));
        g.setLineDashes();
        if (!line.link().isHeartbeat()) {
            head(line);
        }
        if (line.text().cut()) {
            cross(line);
        }
    }

    /** Marks a line as selected that keeps the colour of what is wrong with it. */
    private void outline(LinkLine line) {
        double scale = scale();
        g.setStroke(colours.accent());
        g.setLineWidth(9 * scale);
        way(line, line.x2(), line.y2());
        g.setStroke(colours.background());
        g.setLineWidth(6 * scale);
        way(line, line.x2(), line.y2());
    }

    /** Along the line, as far as that point of its last part. */
    private void way(LinkLine line, double toX, double toY) {
        if (line.straight()) {
            g.strokeLine(line.x1(), line.y1(), toX, toY);
            return;
        }
        g.strokePolyline(new double[] {line.x1(), line.bendX(), toX}, new double[] {line.y1(), line.bendY(), toY}, 3);
    }

    /** A cross in a circle, in the middle of a line that is cut. */
    private void cross(LinkLine line) {
        double x = line.bendX();
        double y = line.bendY();
        double radius = 10 * scale();
        double arm = 4.5 * scale();
        if (line.selected()) {
            double around = radius + 3 * scale();
            g.setFill(colours.accent());
            g.fillOval(x - around, y - around, 2 * around, 2 * around);
        }
        g.setFill(colours.background());
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.setLineWidth(2 * scale());
        g.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
        g.strokeLine(x - arm, y - arm, x + arm, y + arm);
        g.strokeLine(x - arm, y + arm, x + arm, y - arm);
    }

    private void head(LinkLine line) {
        double length = Math.max(1, line.lastLength());
        double ux = (line.x2() - line.bendX()) / length;
        double uy = (line.y2() - line.bendY()) / length;
        double arrow = ARROW * scale();
        double half = arrow * 0.42;
        g.fillPolygon(
                new double[] {line.x2(), line.x2() - ux * arrow - uy * half, line.x2() - ux * arrow + uy * half},
                new double[] {line.y2(), line.y2() - uy * arrow + ux * half, line.y2() - uy * arrow - ux * half},
                3);
    }
}
