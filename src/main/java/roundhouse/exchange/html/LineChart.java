package roundhouse.exchange.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Lines over simulated time as inline SVG: both axes with their units, a legend, gaps where nothing was measured. */
final class LineChart {
    private static final double WIDTH = 720;
    private static final double HEIGHT = 210;
    private static final double LEFT = 64;
    private static final double RIGHT = 12;
    private static final double TOP = 10;
    private static final double BOTTOM = 34;
    /** Told apart on paper without colours too. */
    private static final List<String> DASHES = List.of("", "6 3", "2 3", "8 3 2 3", "1 2", "12 4", "4 1", "10 2 2 2");

    private final String title;
    private final String unit;
    private final double spanSeconds;
    private final List<Line> lines = new ArrayList<>();

    private record Line(String name, double[] values) {}

    /** @param spanSeconds of simulated time that a value stands for */
    LineChart(String title, String unit, double spanSeconds) {
        this.title = title;
        this.unit = unit;
        this.spanSeconds = spanSeconds;
    }

    /** @param values one for each span; not a number where there was nothing to measure */
    LineChart line(String name, double[] values) {
        lines.add(new Line(name, values));
        return this;
    }

    /** Empty where no line has a value. */
    String html() {
        int count = lines.stream().mapToInt(line -> line.values.length).max().orElse(0);
        double largest = 0;
        boolean any = false;
        for (Line line : lines) {
            for (double value : line.values) {
                any |= !Double.isNaN(value);
                largest = Double.isNaN(value) ? largest : Math.max(largest, value);
            }
        }
        if (!any) {
            return "";
        }
        double step = step(largest == 0 ? 1 : largest);
        double top = step * Math.max(1, Math.ceil(largest / step));
        StringBuilder html = new StringBuilder("<figure>\n<figcaption>" + HtmlText.escaped(title) + " <span>("
                + HtmlText.escaped(unit) + ")</span></figcaption>\n");
        html.append(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s, %s, over %s s\">%n",
                WIDTH,
                HEIGHT,
                HtmlText.escaped(title),
                HtmlText.escaped(unit),
                HtmlText.figure(count * spanSeconds)));
        for (double value = 0; value <= top * 1.0001; value += step) {
            double y = y(value, top);
            html.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%.1f\" x2=\"%.1f\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y));
            html.append(String.format(Locale.ROOT, "<text class=\"right\" x=\"%.1f\" y=\"%.1f\">", LEFT - 6, y + 4))
                    .append(HtmlText.figure(value))
                    .append("</text>\n");
        }
        double wholeSeconds = count * spanSeconds;
        double timeStep = step(wholeSeconds);
        for (double seconds = 0; seconds <= wholeSeconds * 1.0001; seconds += timeStep) {
            double x = LEFT + (WIDTH - LEFT - RIGHT) * seconds / wholeSeconds;
            html.append(String.format(
                            Locale.ROOT, "<text class=\"middle\" x=\"%.1f\" y=\"%.1f\">", x, HEIGHT - BOTTOM + 18))
                    .append(HtmlText.figure(seconds))
                    .append(" s</text>\n");
        }
        for (int i = 0; i < lines.size(); i++) {
            html.append("<path class=\"line l").append(i % DASHES.size()).append('"');
            html.append(
                    DASHES.get(i % DASHES.size()).isEmpty()
                            ? ""
                            : " stroke-dasharray=\"" + DASHES.get(i % DASHES.size()) + "\"");
            html.append(" d=\"").append(way(lines.get(i).values, count, top)).append("\"/>\n");
        }
        html.append("</svg>\n<ul class=\"legend\">");
        for (int i = 0; i < lines.size(); i++) {
            html.append("<li><svg viewBox=\"0 0 28 8\" aria-hidden=\"true\"><path class=\"line l")
                    .append(i % DASHES.size());
            html.append(
                    DASHES.get(i % DASHES.size()).isEmpty()
                            ? ""
                            : "\" stroke-dasharray=\"" + DASHES.get(i % DASHES.size()));
            html.append("\" d=\"M0 4H28\"/></svg>")
                    .append(HtmlText.escaped(lines.get(i).name))
                    .append("</li>");
        }
        return html.append("</ul>\n</figure>\n").toString();
    }

    private static double y(double value, double top) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - value / top);
    }

    /** Each value in the middle of its span; one that stands alone is a short stroke. */
    private static String way(double[] values, int count, double top) {
        StringBuilder way = new StringBuilder();
        boolean down = false;
        for (int i = 0; i < values.length; i++) {
            if (Double.isNaN(values[i])) {
                down = false;
                continue;
            }
            double x = LEFT + (WIDTH - LEFT - RIGHT) * (i + 0.5) / count;
            boolean alone = !down && (i + 1 == values.length || Double.isNaN(values[i + 1]));
            way.append(String.format(Locale.ROOT, "%s%.1f %.1f", down ? "L" : "M", x, y(values[i], top)));
            way.append(alone ? "h1" : "");
            down = true;
        }
        return way.toString();
    }

    /** 1, 2 or 5 times a power of ten, so that there are four to ten. */
    private static double step(double whole) {
        double power = Math.pow(10, Math.floor(Math.log10(whole)));
        double first = whole / power;
        return first < 2 ? power / 5 : first < 5 ? power / 2 : power;
    }
}
