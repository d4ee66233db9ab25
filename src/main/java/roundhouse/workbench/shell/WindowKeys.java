package roundhouse.workbench.shell;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import roundhouse.workbench.KeepsKeys;
import roundhouse.workbench.access.FocusByKeys;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;

/**
 * Keys of the whole window. A text field keeps the keys that write and edit text, those of undo and redo while there is something typed
 * to take back, and what has help of its own the key for it. The space bar acts when it is let go, and only if the mouse was not used
 * meanwhile, for with the mouse it pans the canvas; a button or list that was reached by keyboard keeps it.
 */
final class WindowKeys {
    private final Actions actions;
    private final Scene scene;
    private final Consumer<String> refusal;
    private @Nullable Action held;

    private WindowKeys(Actions actions, Scene scene, Consumer<String> refusal) {
        this.actions = actions;
        this.scene = scene;
        this.refusal = refusal;
    }

    /** @param refusal hears why a key can do nothing now */
    static void install(Actions actions, Scene scene, Consumer<String> refusal) {
        WindowKeys keys = new WindowKeys(actions, scene, refusal);
        scene.addEventFilter(KeyEvent.KEY_PRESSED, keys::pressed);
        scene.addEventFilter(KeyEvent.KEY_RELEASED, keys::released);
        EventHandler<MouseEvent> mouse = _ -> keys.held = null;
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, mouse);
    }

    private void pressed(KeyEvent event) {
        Optional<Action> action = actions.matching(event);
        if (action.isEmpty() || belongsToFocus(event)) {
            return;
        }
        if (event.getCode() == KeyCode.SPACE) {
            held = action.get();
            if (scene.getFocusOwner() instanceof ButtonBase) {
                event.consume();
            }
            return;
        }
        event.consume();
        if (scene.getFocusOwner() instanceof TextInputControl field) {
            finishTyping(field, action.get());
        } else {
            run(action.get());
        }
    }

    private void run(Action action) {
        closeMenus();
        if (action.enabled().get()) {
            action.run();
        } else {
            refusal.accept(action.missing().get());
        }
    }

    /** A menu that is open would stay behind what the key opens. */
    private static void closeMenus() {
        List.copyOf(Window.getWindows()).stream()
                .filter(ContextMenu.class::isInstance)
                .forEach(Window::hide);
    }

    private void released(KeyEvent event) {
        Action action = held;
        if (event.getCode() == KeyCode.SPACE && action != null) {
            held = null;
            action.run();
        }
    }

    /** A field applies what was typed when it loses the focus; afterwards whoever types goes on where they were. */
    private void finishTyping(TextInputControl field, Action action) {
        int caret = field.getCaretPosition();
        scene.getRoot().requestFocus();
        closeMenus();
        action.run();
        if (scene.getRoot().equals(scene.getFocusOwner()) && standing(field) instanceof TextInputControl goesOn) {
            // One that was made just now would else select all when it is styled, and the next letter would replace it.
            goesOn.applyCss();
            goesOn.requestFocus();
            goesOn.positionCaret(Math.min(caret, goesOn.getLength()));
        }
    }

    /** The field, or the one in its place: a form whose values were changed may have been made anew. */
    private @Nullable Node standing(TextInputControl field) {
        if (scene.equals(field.getScene())) {
            return field;
        }
        return field.getId() == null ? null : scene.lookup("#" + field.getId());
    }

    private boolean belongsToFocus(KeyEvent event) {
        Node focus = scene.getFocusOwner();
        if (KeepsKeys.isHelp(focus, event)) {
            return true;
        }
        if (focus instanceof TextInputControl field) {
            return isTyping(field, event);
        }
        if (focus instanceof KeepsKeys keeper && keeper.keeps(event)) {
            return true;
        }
        boolean pressesControls = event.getCode() == KeyCode.SPACE;
        return pressesControls
                && focus != null
                && (focus instanceof ComboBoxBase || focus instanceof ButtonBase)
                && FocusByKeys.isShown(focus);
    }

    private static boolean isTyping(TextInputControl field, KeyEvent event) {
        if (!event.isShortcutDown()) {
            return !event.getCode().isFunctionKey();
        }
        return switch (event.getCode()) {
            case A, C, V, X -> true;
            case Z, Y -> field.isUndoable() || field.isRedoable();
            default -> false;
        };
    }
}
