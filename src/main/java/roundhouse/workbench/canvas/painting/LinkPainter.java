package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.FigureText;
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
    /** Labels and arrows further out of sight than this need not be painted, px. */
    private static final double MARGIN = 100;
    /** More plain links than this are painted pixel by pixel. */
    private static final int MANY = 200;

    private static final Font FONT = Font.font("System", FontWeight.BOLD, 11);

    private final GraphicsContext g;
    private final CanvasModel model;
    private final CanvasColours colours;
    private final ThinLines many;
    private final double pixelScale;
    private boolean ratesShown;

    /**
     * @param many where very many are painted
     * @param pixelScale pixels of the screen for each of the view
     */
    public LinkPainter(GraphicsContext g, CanvasModel model, CanvasColours colours, ThinLines many, double pixelScale) {
        this.g = g;
        this.model = model;
        this.colours = colours;
        this.many = many;
        this.pixelScale = pixelScale;
    }

    /** Paints all that are in sight; true when some show a rate because requests are too fast to see. */
    public boolean paint() {
        Drawing drawing = model.drawing();
        Area seen = model.seen().grown(20);
        g.setFont(FONT);
        g.setTextAlign(TextAlignment.CENTER);
        g.setTextBaseline(VPos.CENTER);
        List<Line> plain = new ArrayList<>();
        List<Line> others = new ArrayList<>();
        for (int i = 0; i < drawing.linkCount(); i++) {
            if (drawing.isDrawn(i)
                    && seen.meets(Area.between(drawing.x1(i), drawing.y1(i), drawing.x2(i), drawing.y2(i)))) {
                Line line = line(drawing, i);
                if (line.length() >= 1) {
                    (line.plain() ? plain : others).add(line);
                }
            }
        }
        paintPlain(plain);
        others.forEach(this::paint);
        if (model.viewport().showsCards()) {
            labels(drawing, plain, others);
        }
        return ratesShown;
    }

    /** A link in the view's pixels. */
    private record Line(
            int index,
            Link link,
            boolean selected,
            boolean pointed,
            boolean broken,
            LinkText text,
            double x1,
            double y1,
            double x2,
            double y2) {
        boolean plain() {
            return !selected && !pointed && !broken && !link.down() && !link.backup() && text.plain();
        }

        /** Nothing gets through in either direction. */
        boolean dead() {
            return link.down() || broken || text.cut();
        }

        boolean unwell() {
            return dead() || text.wrong();
        }

        double length() {
            return Math.hypot(x2 - x1, y2 - y1);
        }
    }

    private Line line(Drawing drawing, int index) {
        Link link = drawing.link(index);
        Item item = new Item.LinkItem(link.from(), link.to());
        Viewport viewport = model.viewport();
        return new Line(
                index,
                link,
                model.selection().contains(item),
                item.equals(model.hovered()),
                model.live().condition(link.to()) == NodeState.DOWN
                        || model.live().condition(link.from()) == NodeState.DOWN,
                LinkText.of(link, model.live().frame(), model.live().link(drawing, index), isSplit(link)),
                viewport.toViewX(drawing.x1(index)),
                viewport.toViewY(drawing.y1(index)),
                viewport.toViewX(drawing.x2(index)),
                viewport.toViewY(drawing.y2(index)));
    }

    private boolean isSplit(Link heartbeat) {
        return heartbeat.isHeartbeat()
                && model.live().role(heartbeat.from()) == PairRole.ACTIVE
                && model.live().role(heartbeat.to()) == PairRole.ACTIVE;
    }

    private double scale() {
        return Math.clamp(model.viewport().zoom(), 0.5, 1.5);
    }

    private void paintPlain(List<Line> plain) {
        if (plain.size() <= MANY) {
            plain.forEach(this::paint);
            return;
        }
        many.begin(
                (int) Math.ceil(model.width() * pixelScale),
                (int) Math.ceil(model.height() * pixelScale),
                colours.link());
        for (Line line : plain) {
            many.line(
                    line.x1 * pixelScale,
                    line.y1 * pixelScale,
                    line.x2 * pixelScale,
                    line.y2 * pixelScale,
                    1.4 * scale() * pixelScale);
        }
        many.finish(g, model.width(), model.height());
        if (model.viewport().showsCards()) {
            g.setFill(colours.link());
            plain.stream().filter(line -> inSight(line.x2, line.y2)).forEach(this::head);
        }
    }

    private boolean inSight(double x, double y) {
        return x > -MARGIN && y > -MARGIN && x < model.width() + MARGIN && y < model.height() + MARGIN;
    }

    private void paint(Line line) {
        Color colour = line.dead()
                ? colours.danger()
                : line.text.wrong() ? colours.warning() : line.selected ? colours.accent() : colours.link();
        double scale = scale();
        if (line.selected && line.unwell()) {
            outline(line);
        }
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth((line.selected ? 2.6 : line.pointed ? 2.2 : 1.4) * scale);
        if (line.dead()) {
            g.setLineDashes(6 * scale, 5 * scale);
        } else if (line.link.isHeartbeat()) {
            g.setLineDashes(1.5 * scale, 5 * scale);
        } else if (line.link.backup() || line.text.unused()) {
            g.setLineDashes(2 * scale, 4 * scale);
        }
        double part = 1 - Math.min(1, 0.8 * ARROW * scale / line.length());
        g.strokeLine(line.x1, line.y1, line.x1 + part * (line.x2 - line.x1), line.y1 + part * (line.y2 - line.y1));
        g.setLineDashes();
        if (!line.link.isHeartbeat()) {
            head(line);
        }
        if (line.text.cut()) {
            cross(line);
        }
    }

    /** Marks a line as selected that keeps the colour of what is wrong with it. */
    private void outline(Line line) {
        double scale = scale();
        g.setStroke(colours.accent());
        g.setLineWidth(9 * scale);
        g.strokeLine(line.x1, line.y1, line.x2, line.y2);
        g.setStroke(colours.background());
        g.setLineWidth(6 * scale);
        g.strokeLine(line.x1, line.y1, line.x2, line.y2);
    }

    /** A cross in a circle, in the middle of a line that is cut. */
    private void cross(Line line) {
        double x = (line.x1 + line.x2) / 2;
        double y = (line.y1 + line.y2) / 2;
        double radius = 10 * scale();
        double arm = 4.5 * scale();
        if (line.selected) {
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

    private void head(Line line) {
        double ux = (line.x2 - line.x1) / line.length();
        double uy = (line.y2 - line.y1) / line.length();
        double arrow = ARROW * scale();
        double half = arrow * 0.42;
        g.fillPolygon(
                new double[] {line.x2, line.x2 - ux * arrow - uy * half, line.x2 - ux * arrow + uy * half},
                new double[] {line.y2, line.y2 - uy * arrow + ux * half, line.y2 - uy * arrow - ux * half},
                3);
    }

    /** Places them in the order of the links, so that pointing at one moves none; paints what is not plain on top. */
    private void labels(Drawing drawing, List<Line> plain, List<Line> others) {
        LabelPlaces places = new LabelPlaces();
        List<Label> labels = Stream.concat(plain.stream(), others.stream())
                .sorted(Comparator.comparingInt(Line::index))
                .flatMap(line -> label(places, line, words(drawing, line)).stream())
                .toList();
        labels.stream().filter(label -> label.line.plain()).forEach(this::paint);
        labels.stream().filter(label -> !label.line.plain()).forEach(this::paint);
    }

    private record Label(Line line, String text, double x, double y) {
        static final double HEIGHT = 18;

        static double width(String text) {
            return text.length() * 6.2 + 10;
        }
    }

    private String words(Drawing drawing, Line line) {
        Link link = line.link;
        boolean tooFast = Motion.isTooFast(link, model.speed()) && model.live().any();
        ratesShown |= tooFast;
        String text = "";
        if (tooFast || ((line.selected || line.pointed) && model.live().any())) {
            text = FigureText.rate(Math.rint(model.live().linkRate(drawing, line.index)));
        }
        if (link.down()) {
            text = "out of use";
        }
        if (!line.text.words().isEmpty()) {
            text = line.text.words();
        }
        if (link.weight() != 1) {
            text = (text.isEmpty() ? "" : text + " · ") + "weight " + link.weight();
        }
        if (link.backup()) {
            text = (text.isEmpty() ? "" : text + " · ") + "backup";
        }
        return text;
    }

    private Optional<Label> label(LabelPlaces places, Line line, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        // The words of a cut stand above its cross.
        double above = line.text.cut() ? 20 * scale() : 0;
        double y1 = line.y1 - above;
        double y2 = line.y2 - above;
        double width = Label.width(text);
        double part = line.text.cut()
                ? places.take(line.x1, y1, line.x2, y2, LabelPlaces.MIDDLE, width, Label.HEIGHT)
                : places.find(line.x1, y1, line.x2, y2, width, Label.HEIGHT);
        double x = line.x1 + part * (line.x2 - line.x1);
        double y = y1 + part * (y2 - y1);
        return inSight(x, y) ? Optional.of(new Label(line, text, x, y)) : Optional.empty();
    }

    private void paint(Label label) {
        double width = Label.width(label.text);
        g.setFill(colours.background());
        g.fillRoundRect(label.x - width / 2, label.y - Label.HEIGHT / 2, width, Label.HEIGHT, 9, 9);
        Line line = label.line;
        boolean alarming = line.link.down() || line.text.cut() || line.text.wrong();
        g.setFill(alarming ? colours.danger() : line.selected ? colours.accent() : colours.muted());
        g.fillText(label.text, label.x, label.y);
    }
}
