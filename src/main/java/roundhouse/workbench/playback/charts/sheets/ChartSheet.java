package roundhouse.workbench.playback.charts.sheets;

import roundhouse.workbench.canvas.painting.Ink;

/** A chart as it is written to a file or stands in a window of its own. */
public interface ChartSheet {
    /** What it shows, for people. */
    String title();

    /** All that is stored of it, as comma-separated values; the first line names the columns with their units. */
    String csv();

    /** Paints all of it, with its title, its scales and its legend, over that many pixels. */
    void paint(Ink ink, double width, double height);
}
