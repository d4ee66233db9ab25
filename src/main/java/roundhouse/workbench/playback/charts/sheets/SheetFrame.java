package roundhouse.workbench.playback.charts.sheets;

import javafx.geometry.VPos;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import roundhouse.workbench.canvas.painting.Ink;
import roundhouse.workbench.playback.charts.scale.TimeTicks;
import roundhouse.workbench.playback.charts.scale.TimeView;

/** What stands around every chart that is written to a file. */
public final class SheetFrame {
    /** Left, right and below, px. */
    public static final double MARGIN = 16;

    private static final double SIZE = 11;
    private static final double TITLE = 13;

    private SheetFrame() {}

    /** The ground and the title. */
    public static void head(Ink ink, ChartLook look, String title, double width, double height) {
        ink.setFill(look.ground());
        ink.fillRect(0, 0, width, height);
        ink.setText(Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, TITLE), TextAlignment.LEFT, VPos.CENTER);
        ink.setFill(look.label());
        ink.fillText(title, MARGIN, MARGIN);
    }

    /** Words at a height; returns where they end. */
    public static double words(Ink ink, ChartLook look, String text, double x, double y) {
        ink.setText(Font.font(Font.getDefault().getFamily(), SIZE), TextAlignment.LEFT, VPos.CENTER);
        ink.setFill(look.label());
        ink.fillText(text, x, y);
        return x + width(text);
    }

    /** How wide words are, px. */
    public static double width(String text) {
        Text measured = new Text(text);
        measured.setFont(Font.font(Font.getDefault().getFamily(), SIZE));
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }

    /** The times below a plot. */
    public static void times(Ink ink, ChartLook look, TimeView view, double left, double y, double width) {
        TimeTicks ticks = TimeTicks.of(view, width);
        for (int i = 0; i < ticks.count(); i++) {
            String text = ticks.text(i);
            double half = width(text) / 2;
            double x = left + view.x(ticks.timeNanos(i), width) - half;
            words(ink, look, text, Math.clamp(x, left, Math.max(left, left + width - 2 * half)), y + SIZE / 2);
        }
    }
}
