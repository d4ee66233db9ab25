package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.HELP;
import static roundhouse.workbench.shell.finding.Action.Group.VIEW;
import static roundhouse.workbench.texts.Texts.text;

import javafx.application.ColorScheme;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.stage.Stage;
import roundhouse.workbench.canvas.CanvasActions;
import roundhouse.workbench.help.GlossaryDialog;
import roundhouse.workbench.remembering.Theme;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.shell.finding.FindAction;
import roundhouse.workbench.shell.finding.KeysOverview;

/** The View and Help menus. */
final class ViewActions {
    private ViewActions() {}

    /** @param still whether motion is reduced whatever the desktop says */
    static void register(
            Actions actions,
            CanvasActions canvas,
            BooleanProperty minimap,
            Theme theme,
            BooleanProperty still,
            Stage stage) {
        FindAction find = new FindAction(actions);
        actions.add(
                Action.of(
                        "view.zoom-in",
                        VIEW,
                        text("shell.zoom-in"),
                        canvas::zoomIn,
                        "Shortcut+Equals",
                        "Shortcut+Plus",
                        "Shortcut+Shift+Equals",
                        "Shortcut+Add"),
                Action.of(
                        "view.zoom-out",
                        VIEW,
                        text("shell.zoom-out"),
                        canvas::zoomOut,
                        "Shortcut+Minus",
                        "Shortcut+Subtract"),
                Action.of(
                        "view.actual",
                        VIEW,
                        text("shell.zoom-to-100"),
                        canvas::zoomActual,
                        "Shortcut+0",
                        "Shortcut+Numpad 0"),
                Action.of("view.fit", VIEW, text("shell.zoom-to-fit"), canvas::zoomToFit, "F"),
                Action.toggle("view.minimap", VIEW, text("shell.minimap"), minimap),
                Action.of(
                        "view.full-screen",
                        VIEW,
                        text("shell.full-screen"),
                        () -> stage.setFullScreen(!stage.isFullScreen()),
                        "F11"),
                Action.toggle("view.dark", VIEW, text("shell.dark-theme"), dark(theme)),
                Action.toggle("view.system-theme", VIEW, text("shell.colours-of-the-desktop"), asDesktop(theme)),
                Action.toggle("view.still", VIEW, text("shell.reduced-motion"), still),
                Action.of("help.find", HELP, text("shell.find-action-2"), () -> find.show(stage), "Shortcut+K"),
                Action.of("help.keys", HELP, text("shell.keys"), () -> KeysOverview.show(actions, stage), "F1"),
                Action.of("help.glossary", HELP, text("shell.glossary"), () -> GlossaryDialog.show(stage), "Shift+F1"));
    }

    /** Off, what is shown stays. */
    private static BooleanProperty asDesktop(Theme theme) {
        BooleanProperty asDesktop = new SimpleBooleanProperty();
        theme.choiceProperty().subscribe(choice -> asDesktop.set(choice == Theme.Choice.SYSTEM));
        asDesktop.addListener((_, _, on) -> {
            if (on) {
                theme.choiceProperty().set(Theme.Choice.SYSTEM);
            } else if (theme.choiceProperty().get() == Theme.Choice.SYSTEM) {
                theme.choiceProperty()
                        .set(theme.schemeProperty().get() == ColorScheme.DARK ? Theme.Choice.DARK : Theme.Choice.LIGHT);
            }
        });
        return asDesktop;
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
