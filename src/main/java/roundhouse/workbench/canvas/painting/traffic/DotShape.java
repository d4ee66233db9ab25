package roundhouse.workbench.canvas.painting.traffic;

import javafx.scene.paint.Color;
import roundhouse.workbench.canvas.painting.Ink;

/** A dot drawn by lines rather than copied: the shapes of {@link DotSprites}, for pictures without pixels. */
final class DotShape {
    private final Ink g;
    private final double radius;

    DotShape(Ink g, double radius) {
        this.g = g;
        this.radius = radius;
    }

    /** Draws the dot that is centred there. */
    void draw(double x, double y, Color colour, int shape, boolean pierced) {
        double r = radius;
        g.setFill(colour);
        g.setStroke(colour);
        switch (shape) {
            case DotSprites.RING -> ring(x, y, 0.775 * r, 0.45 * r);
            case DotSprites.CROSS -> {
                g.setLineWidth(0.64 * r);
                g.strokeLine(x - 0.85 * r, y - 0.85 * r, x + 0.85 * r, y + 0.85 * r);
                g.strokeLine(x - 0.85 * r, y + 0.85 * r, x + 0.85 * r, y - 0.85 * r);
            }
            case DotSprites.SQUARE -> g.fillRect(x - 0.75 * r, y - 0.75 * r, 1.5 * r, 1.5 * r);
            case DotSprites.HOLLOW_SQUARE -> {
                g.setLineWidth(0.4 * r);
                g.strokeRoundRect(x - 0.65 * r, y - 0.65 * r, 1.3 * r, 1.3 * r, 0, 0);
            }
            case DotSprites.DIAMOND -> g.fillPolygon(xs(x, 1.1 * r), ys(y, 1.1 * r), 4);
            case DotSprites.HOLLOW_DIAMOND -> {
                g.setLineWidth(0.4 * r);
                double[] xs = xs(x, 0.95 * r);
                double[] ys = ys(y, 0.95 * r);
                g.strokePolyline(
                        new double[] {xs[0], xs[1], xs[2], xs[3], xs[0]},
                        new double[] {ys[0], ys[1], ys[2], ys[3], ys[0]},
                        5);
            }
            case DotSprites.TRIANGLE ->
                g.fillPolygon(
                        new double[] {x - 1.08 * r, x, x + 1.08 * r},
                        new double[] {y + 0.8 * r, y - 1.15 * r, y + 0.8 * r},
                        3);
            case DotSprites.BARS -> {
                g.fillRect(x - r, y - 0.85 * r, 2 * r, 0.6 * r);
                g.fillRect(x - r, y + 0.25 * r, 2 * r, 0.6 * r);
            }
            case DotSprites.NO_ENTRY -> {
                ring(x, y, 0.98 * r, 0.35 * r);
                g.setLineWidth(0.5 * r);
                g.strokeLine(x - 0.8 * r, y, x + 0.8 * r, y);
            }
            case DotSprites.STAR ->
                g.fillPolygon(
                        new double[] {x, x + 0.4 * r, x + 1.5 * r, x + 0.4 * r, x, x - 0.4 * r, x - 1.5 * r, x - 0.4 * r
                        },
                        new double[] {y - 1.5 * r, y - 0.4 * r, y, y + 0.4 * r, y + 1.5 * r, y + 0.4 * r, y, y - 0.4 * r
                        },
                        8);
            default -> {
                if (pierced) {
                    ring(x, y, 0.65 * r, 0.7 * r);
                } else {
                    g.fillOval(x - r, y - r, 2 * r, 2 * r);
                }
            }
        }
    }

    private void ring(double x, double y, double middle, double width) {
        g.setLineWidth(width);
        g.strokeOval(x - middle, y - middle, 2 * middle, 2 * middle);
    }

    private static double[] xs(double x, double reach) {
        return new double[] {x, x + reach, x, x - reach};
    }

    private static double[] ys(double y, double reach) {
        return new double[] {y - reach, y, y + reach, y};
    }
}
