package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.RUN;
import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.stage.Stage;
import roundhouse.workbench.live.LiveQuestion;
import roundhouse.workbench.live.LiveTraffic;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.TransportAction;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The Run menu: everything the transport can do, under its own names and keys. */
final class RunActions {
    private RunActions() {}

    static void register(Actions actions, Playback playback, LiveTraffic live, Stage stage) {
        for (TransportAction transport : TransportAction.values()) {
            String id = "run." + transport.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Action action = Action.of(id, RUN, transport.label(), () -> transport.run(playback))
                    .keyed(transport.keys())
                    .when(playback.liveProperty().not(), Playback.LIVE_TIME);
            actions.add(
                    transport == TransportAction.PLAY
                            ? action.titled(Bindings.when(playback.playingProperty())
                                    .then(text("shell.pause"))
                                    .otherwise(text("shell.play")))
                            : action);
        }
        actions.add(
                Action.of(
                                "run.live",
                                RUN,
                                text("shell.live-traffic"),
                                () -> {
                                    if (LiveQuestion.ask(live.terms(), stage)) {
                                        live.start();
                                    }
                                },
                                "Shortcut+Shift+L")
                        .when(playback.liveProperty().not(), text("shell.live-traffic-runs-already-stop"))
                        .found(text("shell.proxy-port-http-real-requests")),
                Action.of("run.stop-live", RUN, text("shell.stop-live-traffic"), live::stop, "Shortcut+Alt+L")
                        .when(playback.liveProperty(), text("shell.there-is-no-live-traffic")));
    }
}
