package roundhouse.workbench.canvas.painting;

import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.canvas.model.Drawing;
import roundhouse.workbench.canvas.model.Live;

/** What the sketch of a card says: the name and the mark of its state, where the card has them. Its figures come with the card. */
final class SketchText {
    private static final double LEFT = 16;
    private static final double LINE = 18;
    private static final double SIZE = 13;
    private static final double MARK = 12 + 8.5;

    private final Ink g;
    private final CanvasColours colours;
    private final BoxMark mark;
    private final double zoom;
    private final Font font;

    SketchText(Ink g, CanvasColours colours, double zoom) {
        this.g = g;
        this.colours = colours;
        this.zoom = zoom;
        mark = new BoxMark(g, colours);
        font = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, SIZE * zoom);
    }

    void paint(Node node, Live live, double x, double y) {
        g.setFill(colours.text());
        g.setText(font, TextAlignment.LEFT, VPos.CENTER);
        double markX = Drawing.CARD_WIDTH - MARK;
        g.fillText(TextWidths.fitting(font, node.title(), (markX - LEFT - 6) * zoom), x + LEFT * zoom, y + LINE * zoom);
        mark.paint(live, node.id(), x + markX * zoom, y + LINE * zoom - BoxMark.SIZE / 2);
    }
}
