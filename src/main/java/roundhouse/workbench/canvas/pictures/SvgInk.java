package roundhouse.workbench.canvas.pictures;

import static roundhouse.workbench.canvas.pictures.SvgText.number;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.canvas.painting.Ink;

/** Paints lines of SVG (1.1, as it is understood everywhere): one element for each thing that is drawn. */
public final class SvgInk implements Ink {
    /** What is narrower than this has no letters to speak of. */
    private static final double LEAST = 0.01;

    private final StringBuilder svg;
    /** Measures words; on the screen's thread, as all painting is. */
    private final Text measured = new Text();

    private Color fill = Color.BLACK;
    private Color stroke = Color.BLACK;
    private double lineWidth = 1;
    private double[] dashes = {};
    private double alpha = 1;
    private Font font = Font.getDefault();
    private TextAlignment align = TextAlignment.LEFT;
    private VPos baseline = VPos.BASELINE;

    /** @param svg where the elements are added */
    public SvgInk(StringBuilder svg) {
        this.svg = svg;
    }

    @Override
    public void setFill(Color colour) {
        fill = colour;
    }

    @Override
    public void setStroke(Color colour) {
        stroke = colour;
    }

    @Override
    public void setLineWidth(double width) {
        lineWidth = width;
    }

    @Override
    public void setLineDashes(double... lengths) {
        dashes = lengths.clone();
    }

    @Override
    public void setGlobalAlpha(double strength) {
        alpha = strength;
    }

    @Override
    public void setText(Font next, TextAlignment nextAlign, VPos nextBaseline) {
        font = next;
        align = nextAlign;
        baseline = nextBaseline;
    }

    @Override
    public void fillRect(double x, double y, double width, double height) {
        element("rect", box(x, y, width, height) + filled());
    }

    @Override
    public void fillRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        element("rect", box(x, y, width, height) + round(arcWidth, arcHeight) + filled());
    }

    @Override
    public void strokeRoundRect(double x, double y, double width, double height, double arcWidth, double arcHeight) {
        element("rect", box(x, y, width, height) + round(arcWidth, arcHeight) + stroked());
    }

    @Override
    public void fillOval(double x, double y, double width, double height) {
        element("ellipse", oval(x, y, width, height) + filled());
    }

    @Override
    public void strokeOval(double x, double y, double width, double height) {
        element("ellipse", oval(x, y, width, height) + stroked());
    }

    @Override
    public void strokeLine(double x1, double y1, double x2, double y2) {
        element("line", at("x1", x1) + at("y1", y1) + at("x2", x2) + at("y2", y2) + stroked());
    }

    @Override
    public void strokePolyline(double[] xs, double[] ys, int count) {
        element("polyline", points(xs, ys, count) + " stroke-linejoin=\"round\"" + stroked());
    }

    @Override
    public void fillPolygon(double[] xs, double[] ys, int count) {
        element("polygon", points(xs, ys, count) + filled());
    }

    @Override
    public void fillText(String text, double x, double y) {
        fillText(text, x, y, Double.MAX_VALUE);
    }

    /** Has the width that it has here, whatever font there is where it is shown. */
    @Override
    public void fillText(String text, double x, double y, double maxWidth) {
        measured.setFont(font);
        measured.setText(text);
        double wide = Math.min(maxWidth, measured.getLayoutBounds().getWidth());
        if (wide < LEAST) {
            return;
        }
        double height = measured.getLayoutBounds().getHeight();
        double ascent = measured.getBaselineOffset();
        double line = switch (baseline) {
            case TOP -> y + ascent;
            case CENTER -> y - height / 2 + ascent;
            case BASELINE -> y;
            case BOTTOM -> y - height + ascent;
        };
        double left = align == TextAlignment.CENTER ? x - wide / 2 : align == TextAlignment.RIGHT ? x - wide : x;
        String style = font.getStyle().toLowerCase(Locale.ROOT);
        svg.append("<text").append(at("x", left)).append(at("y", line)).append(at("textLength", wide));
        svg.append(" lengthAdjust=\"spacingAndGlyphs\"").append(at("font-size", font.getSize()));
        svg.append(" font-family=\"")
                .append(SvgText.escaped(font.getFamily().equals("System") ? "" : "'" + font.getFamily() + "', "))
                .append("system-ui, sans-serif\"");
        svg.append(style.contains("bold") ? " font-weight=\"bold\"" : "");
        svg.append(style.contains("italic") ? " font-style=\"italic\"" : "");
        svg.append(filled())
                .append(" xml:space=\"preserve\">")
                .append(SvgText.escaped(text))
                .append("</text>\n");
    }

    @Override
    public void within(double x, double y, double width, double height, Runnable painting) {
        svg.append("<svg").append(box(x, y, width, height)).append(" overflow=\"hidden\">\n");
        painting.run();
        svg.append("</svg>\n");
    }

    @Override
    public @Nullable OfPixels pixels() {
        return null;
    }

    private void element(String name, String attributes) {
        svg.append('<').append(name).append(attributes).append("/>\n");
    }

    private static String at(String name, double value) {
        return " " + name + "=\"" + number(value) + "\"";
    }

    private static String box(double x, double y, double width, double height) {
        return at("x", x) + at("y", y) + at("width", Math.max(0, width)) + at("height", Math.max(0, height));
    }

    private static String round(double arcWidth, double arcHeight) {
        return at("rx", arcWidth / 2) + at("ry", arcHeight / 2);
    }

    private static String oval(double x, double y, double width, double height) {
        return at("cx", x + width / 2) + at("cy", y + height / 2) + at("rx", width / 2) + at("ry", height / 2);
    }

    private static String points(double[] xs, double[] ys, int count) {
        StringBuilder points = new StringBuilder(" points=\"");
        for (int i = 0; i < count; i++) {
            points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
        }
        return points.append('"').toString();
    }

    private String filled() {
        return " " + SvgText.paint("fill", fill) + faded();
    }

    private String stroked() {
        StringBuilder lengths = new StringBuilder();
        for (double dash : dashes) {
            lengths.append(lengths.isEmpty() ? "" : " ").append(number(dash));
        }
        return " fill=\"none\" " + SvgText.paint("stroke", stroke) + at("stroke-width", lineWidth)
                + (lengths.isEmpty() ? "" : " stroke-dasharray=\"" + lengths + "\"")
                + faded();
    }

    private String faded() {
        return alpha == 1 ? "" : at("opacity", alpha);
    }
}
