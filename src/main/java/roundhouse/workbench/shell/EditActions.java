package roundhouse.workbench.shell;

import static roundhouse.workbench.shell.finding.Action.Group.ARRANGE;
import static roundhouse.workbench.shell.finding.Action.Group.EDIT;

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
    private static final String NODES = "Select nodes first: Tab goes to the next one.";

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
                Action.of("edit.undo", EDIT, "Undo", document::undo, "Shortcut+Z")
                        .titled(labelled("Undo", document, -1))
                        .when(undoable, "Nothing to undo: this is the document as it was opened."),
                Action.of("edit.redo", EDIT, "Redo", document::redo, "Shortcut+Shift+Z", "Shortcut+Y")
                        .titled(labelled("Redo", document, 0))
                        .when(redoable, "Nothing to redo."),
                Action.of("edit.history", EDIT, "Undo history…", () -> history.show(window), "Shortcut+H"),
                Action.of("edit.cut", EDIT, "Cut", canvas::cut, "Shortcut+X").when(nodes, NODES),
                Action.of("edit.copy", EDIT, "Copy", canvas::copy, "Shortcut+C").when(nodes, NODES),
                Action.of("edit.paste", EDIT, "Paste", canvas::paste, "Shortcut+V"),
                Action.of("edit.duplicate", EDIT, "Duplicate", canvas::duplicate, "Shortcut+D")
                        .when(nodes, NODES),
                Action.of("edit.link", EDIT, "Link", canvas::link, "L"),
                Action.of(
                        "edit.next-link",
                        EDIT,
                        "Select next link",
                        () -> {
                            if (!links.next()) {
                                canvas.say("Select a node that has links first: the key goes through its links.");
                            }
                        },
                        "Shift+L"),
                Action.of("edit.delete", EDIT, "Delete", canvas::delete, "Delete", "Backspace")
                        .when(something, "Select a node or a link first: Tab goes to the next node."),
                Action.of("edit.rename", EDIT, "Rename", canvas::rename, "F2")
                        .when(bound(document, canvas::canRename), CanvasActions.ONE_FIRST),
                Action.of("edit.tidy", EDIT, "Tidy", canvas::tidy, "Shift+T"),
                Action.of("edit.make-store", EDIT, "Make a store", stores::make, "Shortcut+G")
                        .when(bound(document, () -> stores.whyNotMade().isEmpty()), stores::whyNotMade),
                Action.of("edit.select-store", EDIT, "Select the store", stores::select)
                        .when(bound(document, stores::canLeave), "Select a member of a store first."),
                Action.of("edit.leave-store", EDIT, "Leave the store", stores::leave)
                        .when(bound(document, stores::canLeave), "Select a member of a store first."),
                Action.of("edit.dissolve-store", EDIT, "Dissolve the store", stores::dissolve, "Shortcut+Shift+G")
                        .when(
                                bound(document, stores::canDissolve),
                                "Select a store first: click its outline or its name."),
                Action.of("edit.select-all", EDIT, "Select all", canvas::selectAll, "Shortcut+A"));
        actions.add(
                Action.of("arrange.note", ARRANGE, "Add note", canvas.drawn()::addNote, "M")
                        .found("text comment annotation"),
                Action.of("arrange.frame", ARRANGE, "Add frame", canvas.drawn()::addFrame, "Shift+M")
                        .found("group box annotation title"),
                Action.of("arrange.zones", ARRANGE, "Frames around zones", canvas.drawn()::frameZones)
                        .found("regions group collapse"),
                Action.of("arrange.fold", ARRANGE, "Collapse or expand frames", canvas.drawn()::foldAll, "Alt+F")
                        .found("fold group zones"));
        for (Alignment alignment : Alignment.values()) {
            actions.add(Action.of(
                            "arrange." + alignment.name().toLowerCase(Locale.ROOT),
                            ARRANGE,
                            alignment.title(),
                            () -> canvas.aligning().align(alignment),
                            alignment.key())
                    .when(
                            bound(document, () -> canvas.aligning().can(alignment)),
                            "Select " + alignment.fewest()
                                    + " or more nodes first: Shift and a click, or Ctrl+Space, adds one."));
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
