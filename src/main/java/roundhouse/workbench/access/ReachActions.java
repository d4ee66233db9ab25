package roundhouse.workbench.access;

import static roundhouse.workbench.shell.finding.Action.Group.VIEW;
import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.stage.Stage;
import roundhouse.workbench.remembering.Splits;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/** What gets to every part of the window by keys, and makes it larger or smaller. */
public final class ReachActions {
    private ReachActions() {}

    /**
     * @param panes the large parts of the window as it is now
     * @param listen brings the keys to the transcript
     */
    public static void register(
            Actions actions, Supplier<List<? extends Node>> panes, Runnable listen, Splits splits, Stage stage) {
        actions.add(
                Action.of("view.transcript", VIEW, text("access.transcript"), listen, "Shortcut+T"),
                Action.of(
                        "view.next-pane",
                        VIEW,
                        text("access.next-part-of-the-window"),
                        () -> go(panes, stage, 1),
                        "F6"),
                Action.of(
                        "view.previous-pane",
                        VIEW,
                        text("access.part-of-the-window-before"),
                        () -> go(panes, stage, -1),
                        "Shift+F6"),
                Action.of(
                        "view.side-wider",
                        VIEW,
                        text("access.side-wider"),
                        () -> splits.widenSide(1),
                        "Alt+Shift+Left"),
                Action.of(
                        "view.side-narrower",
                        VIEW,
                        text("access.side-narrower"),
                        () -> splits.widenSide(-1),
                        "Alt+Shift+Right"),
                Action.of(
                        "view.charts-higher",
                        VIEW,
                        text("access.charts-higher"),
                        () -> splits.heightenBottom(1),
                        "Alt+Shift+Up"),
                Action.of(
                        "view.charts-lower",
                        VIEW,
                        text("access.charts-lower"),
                        () -> splits.heightenBottom(-1),
                        "Alt+Shift+Down"));
    }

    private static void go(Supplier<List<? extends Node>> panes, Stage stage, int direction) {
        new Panes(panes.get()).go(stage.getScene(), direction);
    }
}
