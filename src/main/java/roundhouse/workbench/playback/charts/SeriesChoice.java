package roundhouse.workbench.playback.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.collections.ListChangeListener;
import org.controlsfx.control.CheckComboBox;

/** Which lines the charts draw: all that have several, by name. What is new is drawn until somebody takes it away. */
final class SeriesChoice extends CheckComboBox<String> {
    private final Set<String> hidden = new TreeSet<>();
    private boolean filling;

    /** @param changed what to do when a person chose otherwise */
    SeriesChoice(Runnable changed) {
        setId("chart-series");
        setTitle("Lines");
        setShowCheckedCount(true);
        setAccessibleText("Lines that the charts draw");
        getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> {
            if (!filling) {
                for (String name : getItems()) {
                    if (getCheckModel().isChecked(name)) {
                        hidden.remove(name);
                    } else {
                        hidden.add(name);
                    }
                }
                changed.run();
            }
        });
    }

    /** The lines of these charts that are to be drawn. */
    List<ChartModel> drawn(List<ChartModel> charts) {
        List<String> names = new ArrayList<>();
        charts.stream()
                .filter(chart -> chart.series().size() > 1)
                .flatMap(chart -> chart.series().stream())
                .map(ChartModel.Series::name)
                .distinct()
                .forEach(names::add);
        if (!names.equals(getItems())) {
            filling = true;
            getCheckModel().clearChecks();
            getItems().setAll(names);
            names.stream().filter(name -> !hidden.contains(name)).forEach(getCheckModel()::check);
            filling = false;
        }
        return charts.stream().map(chart -> chart.without(hidden)).toList();
    }
}
