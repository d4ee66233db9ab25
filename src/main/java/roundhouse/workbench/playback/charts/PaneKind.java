package roundhouse.workbench.playback.charts;

import org.jspecify.annotations.Nullable;

/**
 * Another picture of the run than lines over time.
 *
 * @param name what it is called where there is little room
 * @param isOverTime whether it stands on the time axis of the charts
 */
public record PaneKind(String title, String name, boolean isOverTime, Maker make) {
    /** Makes one. */
    public interface Maker {
        /** @param window opens it in a window of its own; null where it has one */
        ChartPane of(ChartsModel charts, HoverBox hover, @Nullable Runnable window);
    }
}
