package roundhouse.workbench.playback.charts;

import javafx.scene.paint.Color;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.playback.charts.sheets.ChartLook;

/** How the line of a server is drawn: in its colour, and those of a group, who share one, each in a shade and a stroke of its own. */
final class MemberStroke {
    /** How far each shade is from the colour to black or white. */
    private static final double[] SHADES = {0, 0.4, 0.7};

    /** Drawn and left out, px. */
    private static final double[][] DASHES = {{}, {4, 3}, {1.5, 2.5}, {7, 2, 1.5, 2}};

    private MemberStroke() {}

    /** Of a line, with a role of its own or of a server. */
    static Color colour(ChartModel.Series series, ChartLook look) {
        return series.server() >= 0
                ? colour(series, look.isDark())
                : look.lines().get(series.role() % look.lines().size());
    }

    static Color colour(ChartModel.Series series, boolean dark) {
        return ServerColours.of(series.server(), dark)
                .interpolate(dark ? Color.WHITE : Color.BLACK, SHADES[series.member() % SHADES.length]);
    }

    /** Of another number than the shades, so that neighbours differ in both; servers for which there is no colour left begin further on. */
    static double[] dashes(ChartModel.Series series) {
        int repeat = ServerColours.repeat(Math.max(0, series.server()));
        return DASHES[(series.member() + repeat) % DASHES.length];
    }
}
