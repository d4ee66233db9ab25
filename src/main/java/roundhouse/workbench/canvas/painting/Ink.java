package roundhouse.workbench.canvas.painting;

import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What the canvas is painted with: the screen's canvas or lines of SVG. The words and their meanings are those of JavaFX's GraphicsContext. */
public interface Ink {
    void setFill(Color colour);

    void setStroke(Color colour);

    void setLineWidth(double width);

    /** None for a whole line. */
    void setLineDashes(double... dashes);

    void setGlobalAlpha(double alpha);

    /** How words are written, and where of them the point is that they are given. */
    void setText(Font font, TextAlignment align, VPos baseline);

    void fillRect(double x, double y, double width, double height);

    void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight);

    void fillOval(double x, double y, double width, double height);

    void strokeOval(double x, double y, double width, double height);

    void strokeLine(double x1, double y1, double x2, double y2);

    /** With round joins. */
    void strokePolyline(double[] xs, double[] ys, int count);

    void fillPolygon(double[] xs, double[] ys, int count);

    void fillText(String text, double x, double y);

    void fillText(String text, double x, double y, double maxWidth);

    /** What is painted meanwhile has its corner there, px, and nothing beyond that width and height is seen. */
    void within(double x, double y, double width, double height, Runnable painting);

    /** What takes images, in which very many thin lines are better written than drawn one by one; null where there are no pixels. */
    @Nullable
    OfPixels pixels();

    /** What is of pixels, and takes images, too. */
    interface OfPixels extends Ink {
        void drawImage(Image image, double x, double y, double width, double height);
    }
}
