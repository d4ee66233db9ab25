package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.RUN;

import java.util.Locale;
import javafx.beans.binding.Bindings;
import roundhouse.workbench.playback.Playback;
import roundhouse.workbench.playback.TransportAction;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** The Run menu: everything the transport can do, under its own names and keys. */
final class RunActions {
    private RunActions() {}

    static void register(Actions actions, Playback playback) {
        for (TransportAction transport : TransportAction.values()) {
            String id = "run." + transport.name().toLowerCase(Locale.ROOT).replace('_', '-');
            Action action = Action.of(id, RUN, transport.label(), () -> transport.run(playback))
                    .keyed(transport.keys());
            actions.add(
                    transport == TransportAction.PLAY
                            ? action.titled(Bindings.when(playback.playingProperty())
                                    .then("Pause")
                                    .otherwise("Play"))
                            : action);
        }
    }
}
