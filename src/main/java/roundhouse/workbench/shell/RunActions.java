package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.RUN;

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
                                    .then("Pause")
                                    .otherwise("Play"))
                            : action);
        }
        actions.add(
                Action.of(
                                "run.live",
                                RUN,
                                "Live traffic…",
                                () -> {
                                    if (LiveQuestion.ask(live.terms(), stage)) {
                                        live.start();
                                    }
                                },
                                "Shortcut+Shift+L")
                        .when(
                                playback.liveProperty().not(),
                                "Live traffic runs already. Stop it first: Run → Stop live traffic.")
                        .found("proxy port http real requests browser curl wrk"),
                Action.of("run.stop-live", RUN, "Stop live traffic", live::stop, "Shortcut+Alt+L")
                        .when(
                                playback.liveProperty(),
                                "There is no live traffic. Start it first: Run → Live traffic…"));
    }
}
