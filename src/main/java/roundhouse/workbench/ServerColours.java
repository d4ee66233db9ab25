package roundhouse.workbench;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colour of each server, the same on the canvas, in the inspector and in every chart: Okabe and Ito's palette, which people
 * with any common colour vision can tell apart, by a number that each server keeps. After seven it repeats, and
 * {@link #repeat} counts how often, so that a pattern can tell the rounds apart.
 */
public final class ServerColours {
    private static final List<String> HEX =
            List.of("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442");
    private static final List<Color> COLOURS = HEX.stream().map(Color::web).toList();

    private ServerColours() {}

    /** How many different colours there are. */
    public static int count() {
        return COLOURS.size();
    }

    /** The colour of the server with that order number, from 0. */
    public static Color of(int order) {
        return COLOURS.get(order % COLOURS.size());
    }

    /** The same as CSS writes it: {@code #0072B2}. */
    public static String hex(int order) {
        return HEX.get(order % HEX.size());
    }

    /** How many times the palette was used up before this order number: 0 for the first seven. */
    public static int repeat(int order) {
        return order / COLOURS.size();
    }
}
