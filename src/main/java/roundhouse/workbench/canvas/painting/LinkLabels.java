package roundhouse.workbench.canvas.painting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.motion.Motion;
import roundhouse.workbench.texts.Texts;

/** The words at the links: who takes one by the rules, what is wrong with it, its weight where it is not 1, the rate where single requests are too fast to see. */
final class LinkLabels {
    /** Labels and arrows further out of sight than this need not be painted, px. */
    private static final double MARGIN = 100;
    /** Of the font, px: where cards are small so are the words between them, as long as they can be read. */
    private static final double SMALLEST = 9;

    private static final double LARGEST = 11;
    /** The same from the back of a room. */
    private static final double PRESENTED = 19;

    /** From the middle of a cut's cross to the middle of its words, px. */
    private static final double CROSS = 20;

    private final Ink g;
    private final CanvasModel model;
    private final CanvasColours colours;
    private final double scale;
    private final double size;

    /** @param scale how much larger than usual links are painted */
    LinkLabels(Ink g, CanvasModel model, CanvasColours colours, double scale) {
        this.g = g;
        this.model = model;
        this.colours = colours;
        this.scale = scale;
        double largest = model.look().presenting() ? PRESENTED : LARGEST;
        size = Math.clamp(LARGEST * model.viewport().zoom(), SMALLEST, largest);
    }

    /** Whether something at that point of the view need be painted. */
    boolean inSight(double x, double y) {
        return x > -MARGIN && y > -MARGIN && x < model.width() + MARGIN && y < model.height() + MARGIN;
    }

    /**
     * Places the labels in the order of the links, so that pointing at one moves none; paints what is not plain on top.
     */
    void paint(Drawing drawing, List<LinkLine> plain, List<LinkLine> others) {
        g.setText(Font.font("System", FontWeight.BOLD, size), TextAlignment.CENTER, VPos.CENTER);
        List<LinkLine> all = Stream.concat(plain.stream(), others.stream())
                .sorted(Comparator.comparingInt(LinkLine::index))
                .toList();
        LabelPlaces places =
                new LabelPlaces(cards(drawing), stretches(all), model.look().dots());
        // No words lie on the cross of a cut.
        all.stream()
                .filter(line -> line.text().cut())
                .forEach(line ->
                        places.take(new LabelPlaces.Spot(line.bendX(), line.bendY()), CROSS * scale, CROSS * scale));
        List<Label> labels = all.stream()
                .flatMap(line -> label(places, line, words(drawing, line)).stream())
                .toList();
        labels.stream().filter(label -> label.line.plain()).forEach(this::paint);
        labels.stream().filter(label -> !label.line.plain()).forEach(this::paint);
    }

    /** The straight parts of the lines. */
    private static List<double[]> stretches(List<LinkLine> lines) {
        return lines.stream()
                .flatMap(line -> Stream.of(
                        new double[] {line.x1(), line.y1(), line.bendX(), line.bendY()},
                        new double[] {line.bendX(), line.bendY(), line.x2(), line.y2()}))
                .toList();
    }

    /** Where the cards in sight are, in the view. */
    private List<Area> cards(Drawing drawing) {
        Viewport viewport = model.viewport();
        List<Area> cards = new ArrayList<>();
        for (int i = 0; i < drawing.nodeCount(); i++) {
            Area card = drawing.area(i);
            double x = viewport.toViewX(card.x());
            double y = viewport.toViewY(card.y());
            if (inSight(x, y)) {
                cards.add(new Area(x, y, card.width() * viewport.zoom(), card.height() * viewport.zoom()));
            }
        }
        return cards;
    }

    private record Label(LinkLine line, String text, double x, double y) {}

    private double height() {
        return 18 * size / LARGEST;
    }

    private double width(String text) {
        return (text.length() * 6.2 + 10) * size / LARGEST;
    }

    private String words(Drawing drawing, LinkLine line) {
        Link link = line.link();
        boolean tooFast = Motion.isTooFast(link, model.speed()) && model.live().any();
        String text = "";
        if (tooFast || ((line.selected() || line.pointed()) && model.live().any())) {
            text = FigureText.rate(Math.rint(model.live().linkRate(drawing, line.index())));
        }
        if (link.down()) {
            text = Texts.text("canvas.out-of-use-2");
        }
        if (!line.text().words().isEmpty()) {
            text = line.text().words();
        }
        String pool = PoolText.of(drawing.node(drawing.index(link.from())), link);
        if (!pool.isEmpty()) {
            text = text.isEmpty() ? pool : pool + " · " + text;
        }
        if (link.weight() != 1) {
            text = Texts.text("canvas.weight-3", text.isEmpty() ? "" : text + " · ", link.weight());
        }
        if (link.backup()) {
            text = (text.isEmpty() ? "" : text + " · ") + "backup";
        }
        return text;
    }

    private Optional<Label> label(LabelPlaces places, LinkLine line, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String words = line.length() < width(text) ? text.replace(FigureText.PER_SECOND, "/s") : text;
        double width = width(words);
        LabelPlaces.Spot spot = line.text().cut()
                ? places.first(atCross(line.bendX(), line.bendY(), width, CROSS * scale), width, height())
                : line.straight()
                        ? places.find(line.x1(), line.y1(), line.x2(), line.y2(), width, height())
                        : line.firstIsLonger()
                                ? places.find(line.x1(), line.y1(), line.bendX(), line.bendY(), width, height())
                                : places.find(line.bendX(), line.bendY(), line.x2(), line.y2(), width, height());
        return inSight(spot.x(), spot.y()) ? Optional.of(new Label(line, words, spot.x(), spot.y())) : Optional.empty();
    }

    /** The words of a cut stand above its cross, or where that is taken below or beside it, or further to one side. */
    static List<LabelPlaces.Spot> atCross(double x, double y, double width, double away) {
        double aside = width / 2 + away / 2;
        List<LabelPlaces.Spot> spots = new ArrayList<>();
        for (double down : new double[] {-away, away, -2 * away, 2 * away, -3 * away, 3 * away}) {
            for (double part : new double[] {0, -1, 1, -0.4, 0.4}) {
                spots.add(new LabelPlaces.Spot(x + part * aside, y + down));
            }
        }
        return spots;
    }

    private void paint(Label label) {
        double width = width(label.text);
        g.setFill(colours.background());
        g.fillRoundRect(label.x - width / 2, label.y - height() / 2, width, height(), 9, 9);
        LinkLine line = label.line;
        boolean alarming =
                line.link().down() || line.text().cut() || line.text().wrong();
        g.setFill(alarming ? colours.danger() : line.selected() ? colours.accent() : colours.muted());
        g.fillText(label.text, label.x, label.y);
    }
}
