package roundhouse.workbench.canvas.painting;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;
import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.Live;

/**
 * What a plain box says: the node's name, its id where only that fits, as much of either as fits, a mark of its state, and the state or the
 * hit ratio where there is a line for it. The letters shrink with the box only as long as they can be read, and the mark goes to the corner
 * where the name needs all of the line.
 */
final class BoxText {
    private static final double LARGEST = 12;
    private static final double SMALLEST = 9;
    private static final double MARK = BoxMark.SIZE;
    private static final double LEFT = 7;
    /** All words of a name but its last one, each by its first letter. */
    private static final Pattern FIRST_WORDS = Pattern.compile("(\\p{L})\\p{L}+(?=[ _-]+[\\p{L}\\d])");
    /** Narrower than this is no name of two words. */
    private static final String SHORTEST = "I 1";
    /** Between a name that needs all of the line and the colour at the left, and the edge at the right. */
    private static final double CLOSE = 1;

    private final Ink g;
    private final CanvasColours colours;
    private final double width;
    private final double height;
    private final double size;
    private final Font bold;
    private final Font plain;
    private final Font smallest;
    private final double bar;
    private final BoxMark mark;

    /**
     * @param width of a box, as is its height, view pixels
     * @param bar how wide the colour at its left is
     */
    BoxText(Ink g, CanvasColours colours, double width, double height, double bar) {
        this.bar = bar;
        mark = new BoxMark(g, colours);
        this.g = g;
        this.colours = colours;
        this.width = width;
        this.height = height;
        size = Math.clamp(height * 0.42, SMALLEST, LARGEST);
        bold = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, size);
        plain = Font.font(Font.getDefault().getFamily(), size - 1);
        smallest = Font.font(bold.getFamily(), FontWeight.BOLD, SMALLEST);
    }

    void paint(Node node, Live live, double x, double y) {
        int at = live.node(node.id());
        String state = at < 0 ? "" : word(live.frame(), at);
        boolean twoLines = height >= 2.4 * size && !state.isEmpty();
        double line = y + (twoLines ? height * 0.3 : height / 2);
        boolean marked = width >= MARK + LEFT + 4;
        double beside = width - LEFT - (marked ? MARK + 5 : 3);
        String called = called(node, words -> TextWidths.width(smallest, words), beside, width - bar - 2 * CLOSE);
        boolean tight = TextWidths.width(smallest, called) > beside;
        double left = tight ? bar + CLOSE : LEFT;
        double room = tight ? width - left - CLOSE : beside;
        Font font = whole(bold, FontWeight.BOLD, called, room);
        String name = TextWidths.fitting(font, called, room);
        g.setFill(colours.text());
        if (!name.isEmpty() && height >= SMALLEST) {
            g.setText(font, TextAlignment.LEFT, VPos.CENTER);
            g.fillText(name, x + left, line);
        }
        if (twoLines) {
            Font small = whole(plain, FontWeight.NORMAL, state, width - LEFT - 3);
            g.setText(small, TextAlignment.LEFT, VPos.CENTER);
            g.fillText(TextWidths.fitting(small, state, width - LEFT - 3), x + LEFT, y + height * 0.72);
        }
        if (marked) {
            mark.paint(
                    live,
                    node.id(),
                    x + width - MARK + (tight ? MARK / 2 : -3),
                    tight ? y - MARK / 2 : line - MARK / 2);
        }
    }

    /**
     * What it is called: its name, its id where only that fits beside the mark, whichever fits whole where the mark goes to the corner, or
     * one of them with all words but the last as a letter, so that boxes side by side are not all called "Ser…".
     *
     * @param width of words in the smallest letters, px
     */
    static String called(Node node, ToDoubleFunction<String> width, double beside, double tight) {
        double title = width.applyAsDouble(node.title());
        double id = width.applyAsDouble(node.id());
        if (title <= beside || (title <= tight && id > beside)) {
            return node.title();
        }
        if (id <= tight) {
            return node.id();
        }
        // With thousands of boxes nothing is tried that cannot fit.
        if (width.applyAsDouble(SHORTEST) <= tight) {
            for (String name : new String[] {node.title(), node.id()}) {
                String initials = FIRST_WORDS.matcher(name).replaceAll("$1");
                if (width.applyAsDouble(initials) <= tight) {
                    return initials;
                }
            }
        }
        return node.title();
    }

    /** The font in which the whole text fits, if letters that can still be read are small enough for that. */
    private static Font whole(Font usual, FontWeight weight, String text, double room) {
        double wide = TextWidths.width(usual, text);
        return wide <= room
                ? usual
                : Font.font(
                        usual.getFamily(),
                        weight,
                        Math.max(SMALLEST, Math.floor(usual.getSize() * room / wide * 2) / 2));
    }

    /** What is wrong with it, or else what its cache answers of what it is asked. */
    static String word(Frame frame, int node) {
        return switch (frame.condition[node]) {
            case NodeState.DOWN -> "down";
            case NodeState.PAUSED -> "paused";
            case NodeState.SLOW -> "slow";
            case NodeState.FAULTY -> "errors";
            default ->
                frame.storm[node]
                        ? text("canvas.retry-storm")
                        : frame.data.stampede[node]
                                ? "stampede"
                                : Double.isNaN(frame.data.hitRatio[node])
                                        ? ""
                                        : text("canvas.hits", FigureText.percent(frame.data.hitRatio[node]));
        };
    }
}
