package roundhouse.workbench.playback.charts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import org.controlsfx.control.CheckComboBox;

/** Which lines the charts draw: all that have several, by name. What is new is drawn until somebody takes it away. */
final class SeriesChoice extends CheckComboBox<String> {
    /** Whoever is hidden, by what the list calls it. */
    private final Set<Line> hidden = new TreeSet<>();
    /** What the list has, by what it calls it. */
    private Map<String, Line> listed = Map.of();

    private boolean filling;

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

        /** What the list calls each line: its name, and the id of its node where another has that name. */
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

    /** @param changed what to do when a person chose otherwise */
    SeriesChoice(Runnable changed) {
        setId("chart-series");
        setTitle("Lines");
        setShowCheckedCount(true);
        setAccessibleText("Lines that the charts draw");
        getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> {
            if (!filling) {
                listed.forEach((name, line) -> {
                    if (getCheckModel().isChecked(name)) {
                        hidden.remove(line);
                    } else {
                        hidden.add(line);
                    }
                });
                changed.run();
            }
        });
    }

    /** The lines of these charts that are to be drawn. */
    List<ChartModel> drawn(List<ChartModel> charts) {
        Map<String, Line> named = Line.named(charts);
        if (!named.equals(listed)) {
            filling = true;
            listed = named;
            getCheckModel().clearChecks();
            getItems().setAll(named.keySet());
            named.forEach((name, line) -> {
                if (!hidden.contains(line)) {
                    getCheckModel().check(name);
                }
            });
            filling = false;
        }
        return charts.stream()
                .map(chart -> chart.without(series -> hidden.contains(Line.of(series))))
                .toList();
    }
}
