package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of one chart.
 *
 * @param area below the first line; transparent for none
 * @param lines of lines with a role of their own
 */
record ChartLook(Color grid, Color label, Color area, List<Color> lines) {
    /** Of that line. */
    Color of(ChartModel.Series series) {
        boolean dark = label.getBrightness() > 0.5;
        return series.server() >= 0 ? MemberStroke.colour(series, dark) : lines.get(series.role() % lines.size());
    }
}
