package roundhouse.workbench.remembering;

import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import roundhouse.workbench.Preferences;

/**
 * How the window is divided: what stands beside the canvas and what stands below. Large and small windows are divided on their own,
 * each as its user left it.
 */
public final class Splits {
    /** In a window of less than this, what stands beside the canvas is as narrow as it can be: the canvas comes first. */
    public static final double NARROW = 1200;
    /** In a window of less than this, the timeline stands without the charts until somebody pulls them up. */
    private static final double LOW = 720;
    /** What stands below in a low window before anybody has divided it, px: the timeline, and lines of the transcript. */
    private static final double LOW_BOTTOM = 112;
    /** In others, the part that stands below, so that the canvas has more: charts as well, */
    private static final double BOTTOM_PART = 0.452;
    /** with at least four of them and at most so many that they can be told apart at a glance, px. */
    private static final double LEAST_BOTTOM = 296;

    private static final double MOST_BOTTOM = 372;
    /** What the bar at the top and the line at the bottom take. */
    private static final double BARS = 78;
    /** What the palette at the left takes. */
    private static final double PALETTE = 176;
    /** What a key moves a divider by, px. */
    private static final double KEY_STEP = 40;

    private final Region root;
    private final SplitPane columns;
    private final Region side;
    private final SplitPane rows;
    private final Region bottom;
    private final Preferences settings;
    /** What stands below needs so much more than usual, px. */
    private double more;

    private double[] keptColumns = {};
    private double[] keptRows = {};

    /**
     * @param root as large as the window
     * @param side the right of the columns
     * @param bottom the lower of the rows
     */
    public Splits(Region root, SplitPane columns, Region side, SplitPane rows, Region bottom, Preferences settings) {
        this.root = root;
        this.columns = columns;
        this.side = side;
        this.rows = rows;
        this.bottom = bottom;
        this.settings = settings;
        SplitPane.setResizableWithParent(side, false);
        SplitPane.setResizableWithParent(bottom, false);
        columns.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> noteDragged(event, columns));
        rows.addEventHandler(MouseEvent.MOUSE_RELEASED, event -> noteDragged(event, rows));
    }

    /** Divides a window of that size as it is first seen, and anew when it becomes small or is no longer. */
    public void divide(double width, double height) {
        divideColumns(width);
        divideRows(height);
        root.widthProperty().addListener((_, before, now) -> {
            if (isNarrow(before.doubleValue()) != isNarrow(now.doubleValue())) {
                anew(() -> divideColumns(root.getWidth()));
            }
        });
        root.heightProperty().addListener((_, before, now) -> {
            if (isLow(before.doubleValue()) != isLow(now.doubleValue())) {
                anew(() -> divideRows(root.getHeight()));
            }
        });
    }

    /** Divides the window as it is now: something that it is divided into came or went. */
    public void divide() {
        divideAll();
        anew(this::divideAll);
    }

    private void divideAll() {
        divideColumns(root.getWidth());
        divideRows(root.getHeight());
    }

    /** Makes the side wider by some steps of the keyboard, narrower for a negative number. */
    public void widenSide(int steps) {
        if (columns.getItems().contains(side)) {
            columns.setDividerPositions(1 - (side.getWidth() + steps * KEY_STEP) / columns.getWidth());
            anew(this::noteSide);
        }
    }

    /** Makes what stands below higher by some steps of the keyboard, lower for a negative number. */
    public void heightenBottom(int steps) {
        if (rows.getItems().contains(bottom)) {
            rows.setDividerPositions(1 - (bottom.getHeight() + steps * KEY_STEP) / rows.getHeight());
            anew(this::noteBottom);
        }
    }

    /** What stands below needs so much more than usual, px: the canvas gives it, and has it back when it is less. */
    public void bottomNeeds(double nextMore) {
        double change = nextMore - more;
        more = nextMore;
        if (rows.getItems().contains(bottom) && change != 0) {
            anew(() -> rows.setDividerPositions(1 - (bottom.getHeight() + change) / rows.getHeight()));
        }
    }

    /** Notes how the window is divided now, for {@link #restore}: all but the canvas is about to go. */
    public void keep() {
        keptColumns = columns.getDividerPositions();
        keptRows = rows.getDividerPositions();
    }

    /** Divides the window as it was when it was {@linkplain #keep kept}. */
    public void restore() {
        restoreNow();
        anew(this::restoreNow);
    }

    private void restoreNow() {
        columns.setDividerPositions(keptColumns);
        rows.setDividerPositions(keptRows);
    }

    /** Once the panes have the new size of the window, which they share out by their old sizes. */
    private void anew(Runnable then) {
        Platform.runLater(() -> {
            root.layout();
            then.run();
        });
    }

    private void divideColumns(double width) {
        columns.setDividerPositions(1 - remembered(sideKey(width), isNarrow(width) ? 270 : 320) / (width - PALETTE));
    }

    private void divideRows(double height) {
        double room = height - BARS;
        double usual = isLow(height) ? LOW_BOTTOM : Math.clamp(room * BOTTOM_PART, LEAST_BOTTOM, MOST_BOTTOM);
        rows.setDividerPositions(1 - (remembered(bottomKey(height), usual) + more) / room);
    }

    private void noteDragged(MouseEvent event, SplitPane pane) {
        if (event.getTarget() instanceof Node node && isDivider(node, pane)) {
            if (pane.equals(columns)) {
                noteSide();
            } else {
                noteBottom();
            }
        }
    }

    private static boolean isDivider(Node node, SplitPane pane) {
        for (Node at = node; at != null && !at.equals(pane); at = at.getParent()) {
            if (at.getStyleClass().contains("split-pane-divider")) {
                return pane.equals(at.getParent());
            }
        }
        return false;
    }

    private void noteSide() {
        settings.put(sideKey(root.getWidth()), text(side.getWidth()));
    }

    private void noteBottom() {
        settings.put(bottomKey(root.getHeight()), text(bottom.getHeight() - more));
    }

    private double remembered(String key, double otherwise) {
        return settings.get(key)
                .filter(text -> text.matches("\\d{1,5}"))
                .map(Double::parseDouble)
                .orElse(otherwise);
    }

    private static String text(double size) {
        return String.format(Locale.ROOT, "%.0f", size);
    }

    private static String sideKey(double width) {
        return isNarrow(width) ? "split.side.narrow" : "split.side.wide";
    }

    private static String bottomKey(double height) {
        return isLow(height) ? "split.charts.low" : "split.charts.high";
    }

    private static boolean isNarrow(double width) {
        return width < NARROW;
    }

    private static boolean isLow(double height) {
        return height < LOW;
    }
}
