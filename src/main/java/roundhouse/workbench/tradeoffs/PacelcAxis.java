package roundhouse.workbench.tradeoffs;

import java.util.List;
import java.util.stream.DoubleStream;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.charts.scale.LatencyScale;

/** An axis of the chart, from 0 at one end to 1 at the other. */
interface PacelcAxis {
    double at(double value);

    /** What is marked, ascending. */
    List<Double> marks();

    String text(double mark);

    /** Of latencies, nanoseconds: logarithmic. */
    static PacelcAxis ofLatencies(DoubleStream nanos) {
        LatencyScale scale = LatencyScale.of(nanos.mapToLong(Math::round));
        return new PacelcAxis() {
            @Override
            public double at(double value) {
                return scale.at(value);
            }

            @Override
            public List<Double> marks() {
                return scale.marks().stream().map(Long::doubleValue).toList();
            }

            @Override
            public String text(double mark) {
                return FigureText.duration(Math.round(mark)).replace(".00", "").replace(".0 ", " ");
            }
        };
    }
}
