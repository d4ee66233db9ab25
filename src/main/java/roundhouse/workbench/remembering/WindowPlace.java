package roundhouse.workbench.remembering;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.geometry.Rectangle2D;

/**
 * Where a window stands.
 *
 * @param x where it stands when it is not maximized, as are the other three; px
 * @param maximized whether it fills the screen
 */
public record WindowPlace(double x, double y, double width, double height, boolean maximized) {
    /** Of the bar that a window is moved by so much must be in sight, px. */
    private static final double GRIP_WIDTH = 120;

    private static final double GRIP_HEIGHT = 24;
    private static final Pattern TEXT = Pattern.compile("(-?\\d{1,6}),(-?\\d{1,6}) (\\d{1,6})x(\\d{1,6})( maximized)?");

    /** Of a text as {@link #text} writes it; empty for any other. */
    static Optional<WindowPlace> of(String text) {
        Matcher found = TEXT.matcher(text);
        return found.matches()
                ? Optional.of(new WindowPlace(
                        Double.parseDouble(found.group(1)),
                        Double.parseDouble(found.group(2)),
                        Double.parseDouble(found.group(3)),
                        Double.parseDouble(found.group(4)),
                        found.group(5) != null))
                : Optional.empty();
    }

    String text() {
        return String.format(Locale.ROOT, "%.0f,%.0f %.0fx%.0f%s", x, y, width, height, maximized ? " maximized" : "");
    }

    /** The same on these screens, no larger than one of them; empty where it could not be reached, as after a screen was taken away. */
    Optional<WindowPlace> on(List<Rectangle2D> screens) {
        return screens.stream()
                .filter(this::isReachable)
                .findFirst()
                .map(screen -> new WindowPlace(
                        x, y, Math.min(width, screen.getWidth()), Math.min(height, screen.getHeight()), maximized));
    }

    private boolean isReachable(Rectangle2D screen) {
        double seen = Math.min(x + width, screen.getMaxX()) - Math.max(x, screen.getMinX());
        return seen >= GRIP_WIDTH && y >= screen.getMinY() && y + GRIP_HEIGHT <= screen.getMaxY();
    }
}
