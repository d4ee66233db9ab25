package roundhouse.workbench.canvas.painting;

import javafx.geometry.VPos;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** What the canvas is painted with: the screen's canvas or lines of SVG. The words and their meanings are those of JavaFX's GraphicsContext. */
public interface Ink {
    void setFill(Color colour);

    void setStroke(Color colour);

    void setLineWidth(double width);

    /** None for a whole line. */
    void setLineDashes(double... dashes);

    void setGlobalAlpha(double alpha);

    void setFont(Font font);

    void setTextAlign(TextAlignment align);

    void setTextBaseline(VPos baseline);

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

    /** Whether very many thin lines are better written into an image of pixels than drawn one by one. */
    boolean isOfPixels();

    void drawImage(Image image, double x, double y, double width, double height);
}
