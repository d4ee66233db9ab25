package roundhouse.workbench.playback.charts;

/** Opens windows of their own for charts. */
interface ChartOpener {
    void open(ChartKind kind);
}
