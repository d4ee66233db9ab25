package roundhouse.workbench.playback.charts.sheets;

import java.util.List;
import javafx.scene.paint.Color;

/**
 * The colours of one chart.
 *
 * @param ground behind all
 * @param area below the first line; transparent for none
 * @param lines of lines with a role of their own
 */
public record ChartLook(Color ground, Color grid, Color label, Color area, List<Color> lines) {
    public boolean isDark() {
        return label.getBrightness() > 0.5;
    }
}
