package roundhouse.workbench.canvas.pictures;

import static roundhouse.workbench.canvas.pictures.SvgText.number;

import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.BorderStroke;
import javafx.scene.layout.CornerRadii;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import javafx.scene.transform.Transform;

/**
 * Writes a part of a scene that has been laid out as SVG: regions with their backgrounds and borders, words, circles and lines, which is
 * all that cards and notes are made of.
 */
public final class SceneSvg {
    private final StringBuilder svg;
    private final SvgInk ink;
    private int gradients;

    public SceneSvg(StringBuilder svg) {
        this.svg = svg;
        ink = new SvgInk(svg);
    }

    /** Writes that node and all in it, where it stands in its parent. */
    public void write(Node node) {
        if (!node.isVisible() || node.getOpacity() == 0) {
            return;
        }
        Transform to = node.getLocalToParentTransform();
        svg.append("<g transform=\"matrix(")
                .append(number(to.getMxx()))
                .append(' ')
                .append(number(to.getMyx()))
                .append(' ')
                .append(number(to.getMxy()))
                .append(' ')
                .append(number(to.getMyy()))
                .append(' ')
                .append(number(to.getTx()))
                .append(' ')
                .append(number(to.getTy()))
                .append(")\"");
        svg.append(node.getOpacity() == 1 ? "" : " opacity=\"" + number(node.getOpacity()) + "\"")
                .append(">\n");
        switch (node) {
            case Text text -> words(text);
            case Circle circle -> circle(circle);
            case Line line -> line(line);
            case Region region -> region(region);
            default -> {}
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(this::write);
        }
        svg.append("</g>\n");
    }

    private void words(Text text) {
        ink.setText(text.getFont(), TextAlignment.LEFT, VPos.BASELINE);
        ink.setFill(text.getFill() instanceof Color colour ? colour : Color.BLACK);
        double line = text.getLayoutBounds().getMinY() + text.getBaselineOffset();
        int count = Math.max(1, (int) text.getText().lines().count());
        double step = text.getLayoutBounds().getHeight() / count;
        for (String words : text.getText().lines().toList()) {
            ink.fillText(words, text.getLayoutBounds().getMinX(), line);
            line += step;
        }
    }

    private void circle(Circle circle) {
        double radius = circle.getRadius();
        outline(circle);
        if (circle.getFill() instanceof Color colour && colour.getOpacity() > 0) {
            ink.setFill(colour);
            ink.fillOval(circle.getCenterX() - radius, circle.getCenterY() - radius, 2 * radius, 2 * radius);
        }
        if (circle.getStroke() != null) {
            ink.strokeOval(circle.getCenterX() - radius, circle.getCenterY() - radius, 2 * radius, 2 * radius);
        }
    }

    private void line(Line line) {
        outline(line);
        ink.strokeLine(line.getStartX(), line.getStartY(), line.getEndX(), line.getEndY());
    }

    private void outline(Shape shape) {
        ink.setStroke(shape.getStroke() instanceof Color colour ? colour : Color.TRANSPARENT);
        ink.setLineWidth(shape.getStrokeWidth());
        ink.setLineDashes(shape.getStrokeDashArray().stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private void region(Region region) {
        if (region.getBackground() != null) {
            region.getBackground().getFills().forEach(fill -> background(region, fill));
        }
        if (region.getBorder() != null) {
            region.getBorder().getStrokes().forEach(stroke -> border(region, stroke));
        }
    }

    private void background(Region region, BackgroundFill fill) {
        Insets insets = fill.getInsets();
        double x = insets.getLeft();
        double y = insets.getTop();
        double width = region.getWidth() - x - insets.getRight();
        double height = region.getHeight() - y - insets.getBottom();
        String paint = paint(fill.getFill());
        if (paint.isEmpty() || width <= 0 || height <= 0) {
            return;
        }
        String outline = region.getShape() instanceof SVGPath path ? shaped(region, path, x, y, width, height) : "";
        svg.append(outline.isEmpty() ? "<path d=\"" + rounded(x, y, width, height, fill.getRadii()) + "\" " : outline)
                .append(paint)
                .append("/>\n");
    }

    /** A path that fills the region, or, where it is not to be scaled, stands in its middle. */
    private static String shaped(Region region, SVGPath path, double x, double y, double width, double height) {
        double wide = path.getLayoutBounds().getWidth();
        double high = path.getLayoutBounds().getHeight();
        double scaleX = region.isScaleShape() ? width / wide : 1;
        double scaleY = region.isScaleShape() ? height / high : 1;
        double left = x + (width - wide * scaleX) / 2 - path.getLayoutBounds().getMinX() * scaleX;
        double top = y + (height - high * scaleY) / 2 - path.getLayoutBounds().getMinY() * scaleY;
        return "<path d=\"" + SvgText.escaped(path.getContent()) + "\" transform=\"matrix(" + number(scaleX) + " 0 0 "
                + number(scaleY) + " " + number(left) + " " + number(top) + ")\" ";
    }

    /** A rectangle with four corners of their own, as a path. */
    private static String rounded(double x, double y, double width, double height, CornerRadii radii) {
        double most = Math.min(width, height) / 2;
        double[] r = {
            Math.min(most, radii.getTopLeftHorizontalRadius()),
            Math.min(most, radii.getTopRightHorizontalRadius()),
            Math.min(most, radii.getBottomRightHorizontalRadius()),
            Math.min(most, radii.getBottomLeftHorizontalRadius())
        };
        double right = x + width;
        double bottom = y + height;
        return "M" + pair(x + r[0], y) + "H" + number(right - r[1]) + arc(r[1], right, y + r[1])
                + "V" + number(bottom - r[2]) + arc(r[2], right - r[2], bottom)
                + "H" + number(x + r[3]) + arc(r[3], x, bottom - r[3])
                + "V" + number(y + r[0]) + arc(r[0], x + r[0], y) + "Z";
    }

    private static String arc(double radius, double x, double y) {
        return radius <= 0 ? "" : "A" + pair(radius, radius) + " 0 0 1 " + pair(x, y);
    }

    private static String pair(double x, double y) {
        return number(x) + " " + number(y);
    }

    private void border(Region region, BorderStroke stroke) {
        if (!(stroke.getTopStroke() instanceof Color colour) || colour.getOpacity() == 0) {
            return;
        }
        double width = stroke.getWidths().getTop();
        double radius = 2 * stroke.getRadii().getTopLeftHorizontalRadius();
        List<Double> dashes = stroke.getTopStyle().getDashArray();
        ink.setStroke(colour);
        ink.setLineWidth(width);
        ink.setLineDashes(dashes.stream().mapToDouble(Double::doubleValue).toArray());
        ink.strokeRoundRect(
                width / 2, width / 2, region.getWidth() - width, region.getHeight() - width, radius, radius);
        ink.setLineDashes();
    }

    /** The fill as an attribute; empty for what cannot be seen. */
    private String paint(Paint paint) {
        if (paint instanceof Color colour) {
            return colour.getOpacity() == 0 ? "" : SvgText.paint("fill", colour);
        }
        if (paint instanceof LinearGradient gradient) {
            String id = "gradient-" + ++gradients + "-" + Integer.toHexString(svg.length());
            svg.append("<linearGradient id=\"").append(id).append('"');
            svg.append(gradient.isProportional() ? "" : " gradientUnits=\"userSpaceOnUse\"");
            svg.append(gradient.getCycleMethod() == CycleMethod.REPEAT ? " spreadMethod=\"repeat\"" : "");
            svg.append(" x1=\"").append(number(gradient.getStartX()));
            svg.append("\" y1=\"").append(number(gradient.getStartY()));
            svg.append("\" x2=\"").append(number(gradient.getEndX()));
            svg.append("\" y2=\"").append(number(gradient.getEndY())).append("\">");
            for (Stop stop : gradient.getStops()) {
                svg.append("<stop offset=\"").append(number(stop.getOffset())).append("\" ");
                svg.append(SvgText.paint("stop", stop.getColor()).replace("stop=", "stop-color="));
                svg.append("/>");
            }
            svg.append("</linearGradient>\n");
            return "fill=\"url(#" + id + ")\"";
        }
        return "";
    }
}
