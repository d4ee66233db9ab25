package roundhouse.workbench.playback.charts;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import roundhouse.analysis.origins.Origin;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;

/** Another picture of the run than lines over time, as a {@link ChartPane} shows it. */
public interface ChartPicture {
    /** The picture itself. */
    Region node();

    /** What stands below the name and the figures. */
    List<Node> below();

    /** What stands between those and the picture. */
    default List<Region> scale() {
        return List.of();
    }

    /** Whether it has the focus as a whole, and not its parts. */
    default boolean isFocused() {
        return true;
    }

    /** Shows what is known now. */
    void refresh();

    /** The run or the cursor stands elsewhere. */
    void moved();

    /** Its figures. */
    String text();

    /** Where what it shows now comes from. */
    Origin origin();

    /** A key that is no zoom; whether it did anything. */
    boolean pressed(KeyEvent event);

    /** What keys do, for a screen reader. */
    String help();

    /** As it is now, for a file. */
    ChartSheet sheet();
}
