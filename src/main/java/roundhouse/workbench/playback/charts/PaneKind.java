package roundhouse.workbench.playback.charts;

/**
 * Another picture of the run than lines over time.
 *
 * @param name what it is called where there is little room
 * @param styleClass what the sheet knows it by
 * @param isOverTime whether it stands on the time axis of the charts
 */
public record PaneKind(String title, String name, String styleClass, boolean isOverTime, Maker make) {
    /** Makes one. */
    public interface Maker {
        /**
         * @param hover where values are told
         * @param changed what to do when its figures have changed by themselves
         */
        ChartPicture of(ChartsModel charts, HoverBox hover, Runnable changed);
    }
}
