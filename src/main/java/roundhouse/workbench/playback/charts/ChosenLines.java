package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which lines charts draw. A line of a node is chosen in all charts at once. What is new is drawn until somebody takes it away. */
final class ChosenLines {
    private final Set<Line> hidden = new TreeSet<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** A line, in however many charts: that of a node, or one of no node's by its name. */
    record Line(String key, String name) implements Comparable<Line> {
        static Line of(ChartModel.Series series) {
            return new Line(series.key(), series.key().isEmpty() ? series.name() : "");
        }

        @Override
        public int compareTo(Line other) {
            int byKey = key.compareTo(other.key);
            return byKey != 0 ? byKey : name.compareTo(other.name);
        }

        /** What a list calls each line: its name, and the id of its node where another has that name. */
        static Map<String, Line> named(List<ChartModel> charts) {
            Map<Line, String> names = new LinkedHashMap<>();
            charts.stream()
                    .filter(chart -> chart.series().size() > 1)
                    .flatMap(chart -> chart.series().stream())
                    .forEach(series -> names.putIfAbsent(Line.of(series), series.name()));
            Map<String, Integer> bearers = new TreeMap<>();
            names.values().forEach(name -> bearers.merge(name, 1, Integer::sum));
            Map<String, Line> named = new LinkedHashMap<>();
            names.forEach((line, name) -> {
                boolean shared = bearers.getOrDefault(name, 1) > 1 && !line.key.isEmpty();
                named.put(shared ? name + " (" + line.key + ")" : name, line);
            });
            return named;
        }
    }

    void onChange(Runnable listener) {
        listeners.add(listener);
    }

    boolean isDrawn(ChartModel.Series series) {
        return !hidden.contains(Line.of(series));
    }

    boolean isDrawn(Line line) {
        return !hidden.contains(line);
    }

    /** Hides what is drawn, and draws what is hidden. */
    void toggle(ChartModel.Series series) {
        set(Line.of(series), !isDrawn(series));
    }

    void set(Line line, boolean drawn) {
        if (drawn ? hidden.remove(line) : hidden.add(line)) {
            tell();
        }
    }

    /** Draws this line alone of its chart; all of it if it is drawn alone already. */
    void isolate(ChartModel chart, ChartModel.Series series) {
        boolean alone = chart.series().stream()
                .allMatch(line -> isDrawn(line) == Line.of(line).equals(Line.of(series)));
        chart.series().forEach(line -> {
            if (alone || Line.of(line).equals(Line.of(series))) {
                hidden.remove(Line.of(line));
            } else {
                hidden.add(Line.of(line));
            }
        });
        tell();
    }

    /** Draws all lines. */
    void all() {
        if (!hidden.isEmpty()) {
            hidden.clear();
            tell();
        }
    }

    private void tell() {
        List.copyOf(listeners).forEach(Runnable::run);
    }

    /** The chart with the lines that are to be drawn. */
    ChartModel drawn(ChartModel chart) {
        return chart.without(series -> !isDrawn(series));
    }
}
