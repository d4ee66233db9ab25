package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.Action.Group.HELP;
import static roundhouse.workbench.shell.Action.Group.VIEW;

import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;

/** The View and Help menus. */
final class ViewActions {
    private ViewActions() {}

    static void register(Actions actions, Theme theme, Stage stage) {
        FindAction find = new FindAction(actions);
        actions.add(
                Action.toggle("view.dark", VIEW, "Dark theme", dark(theme)),
                Action.of("help.find", HELP, "Find action…", () -> find.show(stage), "Shortcut+K"),
                Action.of("help.keys", HELP, "Keys", () -> KeysOverview.show(actions, stage), "F1"));
    }

    private static BooleanProperty dark(Theme theme) {
        BooleanProperty dark = new SimpleBooleanProperty(theme.schemeProperty().get() == ColorScheme.DARK);
        theme.schemeProperty().subscribe(scheme -> dark.set(scheme == ColorScheme.DARK));
        dark.subscribe(chosen -> {
            if (chosen != (theme.schemeProperty().get() == ColorScheme.DARK)) {
                theme.choiceProperty().set(chosen ? Theme.Choice.DARK : Theme.Choice.LIGHT);
            }
        });
        return dark;
    }
}
