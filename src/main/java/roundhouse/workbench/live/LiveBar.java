package roundhouse.workbench.live;

import static roundhouse.workbench.texts.Texts.text;

import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.Playback;

/** Stands in place of the transport while traffic is real: where requests come in, how long it lasts, and Stop. */
public final class LiveBar extends HBox {
    private static final double GAP = 10;

    public LiveBar(LiveTraffic traffic, Playback playback) {
        super(GAP);
        setId("live-bar");
        setAlignment(Pos.CENTER);
        getStyleClass().add("live-bar");
        Label title = new Label();
        title.setId("live-address");
        title.textProperty().bind(traffic.addressProperty().map(address -> text("live.live", address)));
        title.setTooltip(new Tooltip(Playback.LIVE_TIME));
        title.setMinWidth(USE_PREF_SIZE);
        Label clock = new Label();
        clock.textProperty().bind(playback.timeProperty().map(time -> FigureText.clock(time.longValue())));
        clock.setTooltip(new Tooltip(Playback.LIVE_TIME));
        clock.setMinWidth(USE_PREF_SIZE);
        Button copy = button(text("live.copy-address"), text("live.copies-where-requests-come-in"), () -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(traffic.addressProperty().get());
            Clipboard.getSystemClipboard().setContent(content);
        });
        copy.setId("live-copy");
        Button stop = button(text("live.stop"), text("live.closes-the-port-and-goes"), traffic::stop);
        stop.setId("live-stop");
        getChildren().setAll(title, clock, copy, stop);
        visibleProperty().bind(traffic.addressProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    private static Button button(String text, String tip, Runnable does) {
        Button button = new Button(text);
        button.setTooltip(new Tooltip(tip));
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(_ -> does.run());
        return button;
    }
}
