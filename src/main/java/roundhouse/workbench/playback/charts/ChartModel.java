package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import roundhouse.simulation.observing.history.ChartFigure;
import roundhouse.simulation.observing.history.RunHistory;
import roundhouse.simulation.observing.history.Trend;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.texts.Texts;

/**
 * What one chart shows, ready to be drawn.
 *
 * @param spanNanos simulated nanoseconds between two values
 * @param series lines from the back to the front, all of the same length; NaN where there is nothing to say
 * @param max the value at the upper edge, a round number above all values
 * @param format how a value is written, without its unit
 * @param unit said once after the values of all series; empty for plain counts
 * @param unitNanos of a chart of times, how long its unit is, nanoseconds; 0 for others. The values of one moment are said in the unit
 *     that suits the greatest of them
 * @param named whether values are said with the names of their lines, as not all of these are shown
 */
public record ChartModel(
        long spanNanos,
        List<Series> series,
        double max,
        DoubleFunction<String> format,
        String unit,
        double unitNanos,
        boolean named) {
    /** As many letters as the heading of a card has room for. */
    private static final int MOST_SAID = 22;

    /**
     * @param key what tells it from others of the same name: the id of its node, or empty for a line with a role of its own
     * @param server the order number of the server whose colour it has; negative for a line with a role of its own
     * @param member of those that share that colour, from 0, by which it has a shade and a stroke of its own
     * @param band the least and the most of the readings behind each value, so that no spike is lost in a long run
     */
    public record Series(String key, String name, double[] values, int server, int member, Band band) {
        public Series(String key, String name, double[] values, int server) {
            this(key, name, values, server, 0, Band.NONE);
        }

        Series with(Band readings) {
            return new Series(key, name, values, server, member, readings);
        }

        /** The same in another unit. */
        Series times(double factor) {
            double[] scaled = Arrays.stream(values).map(value -> value * factor).toArray();
            return new Series(key, name, scaled, server, member, band.times(factor));
        }

        /** Which of the chart's own lines it is, from 0, if it is no server's. */
        int role() {
            return -1 - server;
        }
    }

    /** Requests a second that ended well. */
    static ChartModel throughput(RunHistory history) {
        return of(
                history,
                List.of(line(0, "succeeded", history.throughput()).with(run(history, ChartFigure.THROUGHPUT, 1))),
                1,
                FigureText::number,
                "req/s");
    }

    /** Percentiles of those that ended well, in the unit that suits the greatest. */
    static ChartModel latency(RunHistory history) {
        return times(
                history,
                List.of(
                        line(0, "p50", numbers(history.p50Nanos())).with(run(history, ChartFigure.P50, 1)),
                        line(1, "p95", numbers(history.p95Nanos())).with(run(history, ChartFigure.P95, 1)),
                        line(2, "p99", numbers(history.p99Nanos())).with(run(history, ChartFigure.P99, 1))));
    }

    /** Lines of nanoseconds, in the unit that suits the greatest. */
    static ChartModel times(RunHistory history, List<Series> nanos) {
        double unit = unitNanos(nanos.stream()
                .mapToDouble(line -> greatest(line.values()))
                .max()
                .orElse(0));
        List<Series> series = nanos.stream().map(line -> line.times(1 / unit)).toList();
        return new ChartModel(
                history.spanNanos(), series, upperEdge(series, 1), ChartModel::three, unit(unit), unit, false);
    }

    private static double unitNanos(double greatestNanos) {
        return greatestNanos < 1e6 ? 1e3 : greatestNanos < 1e9 ? 1e6 : 1e9;
    }

    private static String unit(double unitNanos) {
        return unitNanos == 1e3 ? "µs" : unitNanos == 1e6 ? "ms" : "s";
    }

    /**
     * Parts of all requests that ended in the span: those that certainly went wrong, and those that nobody knows of. The two are
     * never added.
     */
    static ChartModel errors(RunHistory history) {
        int count = history.errors().length;
        double[] errors = new double[count];
        double[] timeouts = new double[count];
        for (int i = 0; i < count; i++) {
            double all = history.throughput()[i] + history.errors()[i] + history.timeouts()[i];
            errors[i] = all == 0 ? Double.NaN : history.errors()[i] / all * 100;
            timeouts[i] = all == 0 ? Double.NaN : history.timeouts()[i] / all * 100;
        }
        Series wrong = line(0, "errors", errors).with(run(history, ChartFigure.ERROR_SHARE, 100));
        Series late =
                line(1, Texts.text("playback.timed-out"), timeouts).with(run(history, ChartFigure.TIMEOUT_SHARE, 100));
        List<Series> series = greatest(timeouts) > 0 ? List.of(wrong, late) : List.of(wrong);
        double max = Math.min(100, upperEdge(series, 1));
        return new ChartModel(history.spanNanos(), series, max, ChartModel::percent, "%", 0, false);
    }

    /** What everything costs an hour, in the currency of the price catalogue. */
    static ChartModel cost(RunHistory history) {
        return of(
                history,
                List.of(line(0, "cost", history.cost()).with(run(history, ChartFigure.COST, 1))),
                0.01,
                MoneyText::amount,
                PriceCatalogue.inUse().currency() + "/h");
    }

    /** Requests at each server; of a group with many members the most, the mean and the least. */
    static ChartModel inFlight(RunHistory history, KnownNodes known) {
        List<Series> series = new ArrayList<>();
        for (int i = 0; i < history.servers().size(); i++) {
            String id = history.servers().get(i);
            double[] values = IntStream.of(history.inFlight()[i])
                    .mapToDouble(count -> count == RunHistory.NOT_THERE ? Double.NaN : count)
                    .toArray();
            boolean queue = id.endsWith(RunHistory.QUEUE);
            String node = queue ? id.substring(0, id.length() - RunHistory.QUEUE.length()) : id;
            String name = known.title(node) + (queue ? RunHistory.QUEUE : "");
            Band band = Band.of(history.trends().of(ChartFigure.IN_FLIGHT, id), 1);
            series.add(new Series(id, name, values, known.order(id), known.member(id), band));
        }
        return of(history, MemberSpread.of(series, known), 4, value -> FigureText.count(Math.round(value)), "");
    }

    /** The same without those lines, on the same scale; a chart of one line keeps it. */
    ChartModel without(Predicate<Series> hidden) {
        if (series.size() < 2) {
            return this;
        }
        List<Series> rest = series.stream().filter(hidden.negate()).toList();
        return new ChartModel(spanNanos, rest, max, format, unit, unitNanos, named || rest.size() < series.size());
    }

    public int length() {
        return series.isEmpty() ? 0 : series.getFirst().values().length;
    }

    /** The values of one moment, in words; a dash while there is nothing. */
    String reading(int index) {
        return said(at(index));
    }

    /** The values of one moment; none while there is nothing. */
    double[] at(int index) {
        return index < 0 || index >= length()
                ? new double[0]
                : series.stream().mapToDouble(line -> line.values()[index]).toArray();
    }

    /** The means of the values of a stretch of time, simulated nanoseconds; not a number where there is none. */
    double[] means(long fromNanos, long untilNanos) {
        int from = (int) Math.min(length(), Math.max(0, fromNanos / spanNanos));
        int until = (int) Math.min(length(), Math.max(from, (untilNanos + spanNanos - 1) / spanNanos));
        return series.stream()
                .mapToDouble(line -> Arrays.stream(line.values(), from, until)
                        .filter(value -> !Double.isNaN(value))
                        .average()
                        .orElse(Double.NaN))
                .toArray();
    }

    /** A value with its unit, of times with the one that suits it; a dash where there is none. */
    String text(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        double suiting = unitNanos == 0 ? 0 : unitNanos(value * unitNanos);
        String number = format.apply(unitNanos == 0 ? value : value * unitNanos / suiting);
        String of = unitNanos == 0 ? unit : unit(suiting);
        return of.isEmpty() ? number : number + " " + of;
    }

    /** All values with their unit; a dash where there are none. */
    String said(double[] values) {
        if (values.length == 0) {
            return "–";
        }
        if (unitNanos == 0) {
            return said(values, 1, unit);
        }
        double greatest = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .max()
                .orElse(1);
        double suiting = unitNanos(greatest * unitNanos);
        return said(values, unitNanos / suiting, unit(suiting));
    }

    /** The same as the heading of a card says it, which has no room for many: then from the least to the greatest. */
    String brief(double[] values) {
        String all = said(values);
        double[] known = Arrays.stream(values)
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        return named || known.length < 2 || all.length() <= MOST_SAID ? all : range(known[0], known[known.length - 1]);
    }

    /** Both ends in the unit that suits the greatest; once where they are written alike. */
    private String range(double least, double greatest) {
        double factor = unitNanos == 0 ? 1 : unitNanos / unitNanos(greatest * unitNanos);
        String from = format.apply(least * factor);
        String to = said(new double[] {greatest});
        return said(new double[] {least}).equals(to) ? to : Texts.text("playback.from-least-to-greatest", from, to);
    }

    private String said(double[] values, double factor, String of) {
        String all = IntStream.range(0, values.length)
                .mapToObj(i -> (named ? series.get(i).name() + " " : "")
                        + (Double.isNaN(values[i]) ? "–" : format.apply(values[i] * factor)))
                .collect(Collectors.joining(" · "));
        return of.isEmpty() ? all : all + " " + of;
    }

    /** The value that holds at a time, simulated nanoseconds; -1 where there is none. */
    int indexAt(long timeNanos) {
        return Math.min(length() - 1, (int) Math.max(0, timeNanos / spanNanos));
    }

    String newest() {
        return reading(length() - 1);
    }

    /** The upper edge as the axis says it. */
    String maxText() {
        return edgeText(max);
    }

    public String edgeText(double edge) {
        return FigureText.number(edge) + (unit.isEmpty() ? "" : " " + unit);
    }

    /** The first moment of a value, simulated nanoseconds. */
    public long timeNanos(int index) {
        return index * spanNanos;
    }

    /** A round number not below the value. */
    static double roundUp(double value) {
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        for (double step : new double[] {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8}) {
            if (value <= step * power * (1 + 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /**
     * A chart of one line: the mean of the readings in each span.
     *
     * @param line the line's key, name and colour; it has no values yet
     * @param factor from the readings to the unit
     */
    public static ChartModel of(
            long spanNanos, Series line, Trend trend, double factor, DoubleFunction<String> format, String unit) {
        double[] mean = new double[trend.length()];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = trend.mean()[i] * factor;
        }
        List<Series> series = List.of(
                new Series(line.key(), line.name(), mean, line.server(), line.member(), Band.of(trend, factor)));
        return new ChartModel(spanNanos, series, upperEdge(series, 1e-9), format, unit, 0, false);
    }

    static ChartModel of(
            RunHistory history, List<Series> series, double least, DoubleFunction<String> format, String unit) {
        return new ChartModel(history.spanNanos(), series, upperEdge(series, least), format, unit, 0, false);
    }

    static double upperEdge(List<Series> series, double least) {
        double greatest = series.stream()
                .mapToDouble(line ->
                        Math.max(greatest(line.values()), greatest(line.band().most())))
                .max()
                .orElse(0);
        return roundUp(Math.max(greatest, least));
    }

    /** The upper edge for a part of the run, simulated nanoseconds: a round number above all that is there. */
    public double edge(long fromNanos, long untilNanos) {
        if (fromNanos <= 0 && untilNanos >= length() * spanNanos) {
            return max;
        }
        int from = Math.clamp(fromNanos / spanNanos, 0, length());
        int until = Math.clamp((untilNanos + spanNanos - 1) / spanNanos, from, length());
        return Math.min(max, roundUp(Math.max(max / 100, greatest(from, until))));
    }

    /** Whether a line, or the readings behind it, is above that value somewhere in a part of the run, simulated nanoseconds. */
    boolean isAbove(double value, long fromNanos, long untilNanos) {
        int from = Math.clamp(fromNanos / spanNanos, 0, length());
        int until = Math.clamp((untilNanos + spanNanos - 1) / spanNanos, from, length());
        return greatest(from, until) > value;
    }

    /** The greatest of the values from one index to before another; 0 where there are none. */
    private double greatest(int from, int until) {
        double greatest = 0;
        for (Series line : series) {
            for (int i = from; i < until; i++) {
                double most = i < line.band().most().length ? line.band().most()[i] : line.values()[i];
                greatest = Double.isNaN(most) ? greatest : Math.max(greatest, most);
                greatest = Double.isNaN(line.values()[i]) ? greatest : Math.max(greatest, line.values()[i]);
            }
        }
        return greatest;
    }

    static String percent(double value) {
        return String.format(Locale.ROOT, value == 0 ? "%.0f" : "%.1f", value);
    }

    static Series line(int role, String name, double[] values) {
        return new Series("", name, values, -1 - role);
    }

    private static double greatest(double[] values) {
        double greatest = 0;
        for (double value : values) {
            if (value > greatest) {
                greatest = value;
            }
        }
        return greatest;
    }

    private static double[] numbers(long[] nanos) {
        double[] values = new double[nanos.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = nanos[i] == 0 ? Double.NaN : nanos[i];
        }
        return values;
    }

    /** The readings of a figure of the whole run. */
    private static Band run(RunHistory history, ChartFigure figure, double factor) {
        return Band.of(history.trends().of(figure, ""), factor);
    }

    private static String three(double value) {
        return value == 0
                ? "0"
                : String.format(Locale.ROOT, value < 9.995 ? "%.2f" : value < 99.95 ? "%.1f" : "%.0f", value);
    }
}
