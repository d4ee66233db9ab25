package roundhouse.workbench.playback.charts;

import java.util.List;
import java.util.stream.IntStream;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.texts.Texts;

/**
 * What a chart says of one moment.
 *
 * @param time the stretch of the value there
 * @param lines the values of all lines
 */
public record Moment(String time, List<Line> lines) {
    /**
     * @param value with its unit; a dash where there is none
     * @param readings the least and the most of those that the value is made of; empty where it is one
     */
    public record Line(ChartModel.Series series, String value, String readings) {}

    /** Of the value that holds at a time, simulated nanoseconds. */
    public static Moment of(ChartModel chart, long timeNanos) {
        int index = timeNanos >= chart.timeNanos(chart.length()) ? -1 : chart.indexAt(timeNanos);
        if (index < 0) {
            return new Moment(FigureText.clock(timeNanos), List.of());
        }
        String time = FigureText.clock(chart.timeNanos(index)) + " to " + FigureText.clock(chart.timeNanos(index + 1));
        return new Moment(
                time,
                IntStream.range(0, chart.series().size())
                        .mapToObj(i -> line(chart, chart.series().get(i), index))
                        .toList());
    }

    private static Line line(ChartModel chart, ChartModel.Series series, int index) {
        Band band = series.band();
        String readings =
                band.isWide(index) ? chart.text(band.least()[index]) + " to " + chart.text(band.most()[index]) : "";
        return new Line(series, chart.text(series.values()[index]), readings);
    }

    /** As one text, for a screen reader. */
    String text() {
        if (lines.isEmpty()) {
            return Texts.text("playback.not-played-yet-2", time);
        }
        StringBuilder text = new StringBuilder(time);
        for (Line line : lines) {
            text.append(", ").append(line.series().name()).append(' ').append(line.value());
            text.append(line.readings().isEmpty() ? "" : " (" + line.readings() + ")");
        }
        return text.toString();
    }
}
