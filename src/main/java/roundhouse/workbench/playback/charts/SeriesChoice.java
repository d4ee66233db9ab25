package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import org.controlsfx.control.CheckComboBox;

/** A list of all lines of charts that have several, each with a box to take it away. */
final class SeriesChoice extends CheckComboBox<String> {
    private final ChosenLines lines;
    /** What the list has, by what it calls it. */
    private Map<String, ChosenLines.Line> listed = Map.of();

    private boolean filling;

    SeriesChoice(ChosenLines lines) {
        this.lines = lines;
        setId("chart-series");
        setTitle(text("playback.lines"));
        setShowCheckedCount(true);
        setAccessibleText(text("playback.lines-that-the-charts-draw"));
        getCheckModel().getCheckedItems().addListener((ListChangeListener<String>) _ -> {
            if (!filling) {
                listed.forEach((name, line) -> lines.set(line, getCheckModel().isChecked(name)));
            }
        });
        lines.onChange(this::check);
    }

    /** The lines of these charts. */
    void list(List<ChartModel> charts) {
        Map<String, ChosenLines.Line> named = ChosenLines.Line.named(charts);
        if (!named.equals(listed)) {
            filling = true;
            listed = named;
            getCheckModel().clearChecks();
            getItems().setAll(named.keySet());
            filling = false;
            check();
        }
    }

    private void check() {
        filling = true;
        listed.forEach((name, line) -> {
            if (lines.isDrawn(line) != getCheckModel().isChecked(name)) {
                getCheckModel().toggleCheckState(name);
            }
        });
        filling = false;
    }
}
