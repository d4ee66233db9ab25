package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.ARRANGE;
import static roundhouse.workbench.shell.finding.Action.Group.EDIT;
import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.stage.Window;
import roundhouse.workbench.canvas.CanvasActions;
import roundhouse.workbench.canvas.LinkWalk;
import roundhouse.workbench.canvas.StoreActions;
import roundhouse.workbench.canvas.model.Alignment;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.undo.UndoList;
import roundhouse.workbench.undo.UndoPopup;

/** The Edit menu. */
final class EditActions {
    private static final String NODES = text("shell.select-nodes-first-tab-goes");

    private EditActions() {}

    static void register(Actions actions, Document document, CanvasActions canvas, Window window) {
        UndoPopup history = new UndoPopup(new UndoList(document));
        StoreActions stores = canvas.stores();
        LinkWalk links = new LinkWalk(document);
        BooleanBinding undoable = document.doneProperty().greaterThan(0);
        BooleanBinding redoable = Bindings.createBooleanBinding(
                () -> document.doneProperty().get() < document.changes().size(),
                document.doneProperty(),
                document.changes());
        ReadOnlyObjectProperty<Set<Item>> items = document.selection().itemsProperty();
        BooleanBinding something =
                Bindings.createBooleanBinding(() -> !items.get().isEmpty(), items);
        BooleanBinding nodes = Bindings.createBooleanBinding(
                () -> !document.selectedNodes().isEmpty(), items, document.topologyProperty());
        actions.add(
                Action.of("edit.undo", EDIT, text("shell.undo"), document::undo, "Shortcut+Z")
                        .detailed(labelled(text("shell.undo"), document, -1))
                        .when(undoable, text("shell.nothing-to-undo-this-is")),
                Action.of("edit.redo", EDIT, text("shell.redo"), document::redo, "Shortcut+Shift+Z", "Shortcut+Y")
                        .detailed(labelled(text("shell.redo"), document, 0))
                        .when(redoable, text("shell.nothing-to-redo")),
                Action.of("edit.history", EDIT, text("shell.undo-history"), () -> history.show(window), "Shortcut+H"),
                Action.of("edit.cut", EDIT, text("shell.cut"), canvas::cut, "Shortcut+X")
                        .when(nodes, NODES),
                Action.of("edit.copy", EDIT, text("shell.copy"), canvas::copy, "Shortcut+C")
                        .when(nodes, NODES),
                Action.of("edit.paste", EDIT, text("shell.paste"), canvas::paste, "Shortcut+V"),
                Action.of("edit.duplicate", EDIT, text("shell.duplicate"), canvas::duplicate, "Shortcut+D")
                        .when(nodes, NODES),
                Action.of("edit.link", EDIT, text("shell.link"), canvas::link, "L"),
                Action.of(
                        "edit.next-link",
                        EDIT,
                        text("shell.select-next-link"),
                        () -> {
                            if (!links.next()) {
                                canvas.say(text("shell.select-a-node-that-has"));
                            }
                        },
                        "Shift+L"),
                Action.of("edit.delete", EDIT, text("shell.delete"), canvas::delete, "Delete", "Backspace")
                        .when(something, text("shell.select-a-node-or-a")),
                Action.of("edit.rename", EDIT, text("shell.rename"), canvas::rename, "F2")
                        .when(bound(document, canvas::canRename), CanvasActions.ONE_FIRST),
                Action.of("edit.make-store", EDIT, text("shell.make-a-store"), stores::make, "Shortcut+G")
                        .when(bound(document, () -> stores.whyNotMade().isEmpty()), stores::whyNotMade),
                Action.of("edit.select-store", EDIT, text("shell.select-the-store"), stores::select)
                        .when(bound(document, stores::canLeave), text("shell.select-a-member-of-a")),
                Action.of("edit.leave-store", EDIT, text("shell.leave-the-store"), stores::leave)
                        .when(bound(document, stores::canLeave), text("shell.select-a-member-of-a")),
                Action.of(
                                "edit.dissolve-store",
                                EDIT,
                                text("shell.dissolve-the-store"),
                                stores::dissolve,
                                "Shortcut+Shift+G")
                        .when(bound(document, stores::canDissolve), text("shell.select-a-store-first-click")),
                Action.of("edit.select-all", EDIT, text("shell.select-all"), canvas::selectAll, "Shortcut+A"));
        actions.add(
                Action.of("arrange.tidy", ARRANGE, text("shell.tidy"), canvas::tidy, "Shift+T"),
                Action.of("arrange.note", ARRANGE, text("shell.add-note"), canvas.drawn()::addNote, "M")
                        .found(text("shell.text-comment-annotation")),
                Action.of("arrange.frame", ARRANGE, text("shell.add-frame"), canvas.drawn()::addFrame, "Shift+M")
                        .found(text("shell.group-box-annotation-title")),
                Action.of("arrange.zones", ARRANGE, text("shell.frames-around-zones"), canvas.drawn()::frameZones)
                        .found(text("shell.regions-group-collapse")),
                Action.of(
                                "arrange.fold",
                                ARRANGE,
                                text("shell.collapse-or-expand-frames"),
                                canvas.drawn()::foldAll,
                                "Alt+F")
                        .found(text("shell.fold-group-zones")));
        for (Alignment alignment : Alignment.values()) {
            actions.add(Action.of(
                            "arrange." + alignment.name().toLowerCase(Locale.ROOT),
                            ARRANGE,
                            alignment.title(),
                            () -> canvas.aligning().align(alignment),
                            alignment.key())
                    .when(
                            bound(document, () -> canvas.aligning().can(alignment)),
                            text("shell.select-or-more-nodes-first", alignment.fewest())));
        }
    }

    private static BooleanBinding bound(Document document, Callable<Boolean> condition) {
        return Bindings.createBooleanBinding(
                condition, document.selection().itemsProperty(), document.topologyProperty());
    }

    private static StringBinding labelled(String word, Document document, int offset) {
        return Bindings.createStringBinding(
                () -> {
                    int index = document.doneProperty().get() + offset;
                    return index >= 0 && index < document.changes().size()
                            ? word + " " + document.changes().get(index).label()
                            : word;
                },
                document.doneProperty(),
                document.changes());
    }
}
