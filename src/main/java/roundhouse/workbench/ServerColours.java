package roundhouse.workbench;

import java.util.List;
import java.util.stream.Stream;
import javafx.scene.paint.Color;

/**
 * The colour of each server, the same on the canvas, in the inspector and in every chart, by a number that each server keeps. On a dark
 * ground it is Okabe and Ito's palette, which people with any common colour vision can tell apart; on a light one, against which its
 * orange, yellow and pale blue would hardly be seen, the same hues darker. After seven it repeats, and {@link #repeat} counts how often,
 * so that a pattern can tell the rounds apart.
 */
public final class ServerColours {
    private static final List<Color> ON_DARK =
            colours("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442");
    private static final List<Color> ON_LIGHT =
            colours("#005F9E", "#BA7F00", "#009E73", "#C4709F", "#2F8AC0", "#C65200", "#6B6300");

    private ServerColours() {}

    private static List<Color> colours(String... hex) {
        return Stream.of(hex).map(Color::web).toList();
    }

    /** How many different colours there are. */
    public static int count() {
        return ON_DARK.size();
    }

    /** The colour of the server with that order number, from 0, on a dark ground or a light one. */
    public static Color of(int order, boolean dark) {
        return (dark ? ON_DARK : ON_LIGHT).get(order % count());
    }

    /** The same in CSS, where each theme says what it is: {@code -rh-server-1} is the first. */
    public static String style(int order) {
        return "-rh-server-" + (order % count() + 1);
    }

    /** How many times the palette was used up before this order number: 0 for the first seven. */
    public static int repeat(int order) {
        return order / count();
    }
}
