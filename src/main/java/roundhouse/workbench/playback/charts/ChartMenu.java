package roundhouse.workbench.playback.charts;

import static roundhouse.workbench.texts.Texts.text;

import java.util.function.Supplier;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.playback.charts.sheets.ChartExport;
import roundhouse.workbench.playback.charts.sheets.ChartSheet;

/** What can be done with a chart beyond looking at it. */
public final class ChartMenu {
    private ChartMenu() {}

    /**
     * Fills a button.
     *
     * @param sheet the chart as it is now
     * @param window opens it in a window of its own; null where it has one
     * @param export where it is written; nothing is without
     */
    static void fill(
            MenuButton button,
            ChartsModel charts,
            Supplier<ChartSheet> sheet,
            @Nullable Runnable window,
            Supplier<@Nullable ChartExport> export) {
        button.getStyleClass().add("chart-menu");
        if (window != null) {
            button.getItems().add(item(text("playback.open-in-a-window"), window));
        }
        for (ChartExport.Format format : ChartExport.Format.values()) {
            button.getItems().add(item(text("playback.export-as", format), () -> {
                ChartExport to = export.get();
                if (to != null) {
                    to.export(sheet.get(), format);
                }
            }));
        }
        button.getItems().add(new SeparatorMenuItem());
        button.getItems().add(item(text("playback.zoom-in"), charts::closer));
        button.getItems().add(item(text("playback.zoom-out"), charts::farther));
        button.getItems().add(item(text("playback.whole-run-0"), charts::whole));
        button.getItems().add(item(text("playback.show-all-lines"), charts.lines()::all));
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
