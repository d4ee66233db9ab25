package roundhouse.workbench.canvas;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.canvas.Gesture.Pointer;
import roundhouse.workbench.document.Selection.Item;

/** The context menus: of what is selected, or of the background when nothing is. */
final class CanvasMenu {
    private static final List<Integer> WEIGHTS = List.of(0, 1, 2, 3, 4, 5, 8, 10);

    private final CanvasView view;
    private final CanvasModel model;
    private final ContextMenu menu = new ContextMenu();

    CanvasMenu(CanvasView view, CanvasModel model) {
        this.view = view;
        this.model = model;
        menu.setId("canvas-menu");
    }

    void hide() {
        menu.hide();
    }

    /** @param at where on the canvas new things go */
    void show(Pointer at, double screenX, double screenY) {
        menu.hide();
        Set<Item> items = model.selection().items();
        Topology topology = model.document().topology();
        if (!model.selection().nodes().isEmpty()) {
            menu.getItems().setAll(ofNodes());
        } else if (items.size() == 1
                && items.iterator().next() instanceof Item.LinkItem(String from, String to)
                && topology.link(from, to).isPresent()) {
            menu.getItems().setAll(ofLink(topology.link(from, to).get()));
        } else if (items.isEmpty()) {
            menu.getItems().setAll(ofBackground(at));
        } else {
            menu.getItems().setAll(item("Delete", view.actions()::delete));
        }
        menu.show(view, screenX, screenY);
    }

    private List<MenuItem> ofNodes() {
        Set<String> ids = model.selection().nodes();
        CanvasActions actions = view.actions();
        MenuItem rename = item("Rename", actions::rename);
        rename.setDisable(ids.size() != 1);
        MenuItem link = item("Link", actions::link);
        link.setDisable(ids.size() != 2);
        List<MenuItem> items = new ArrayList<>(BreakMenu.ofNodes(view.faults(), ids));
        items.addAll(List.of(
                new SeparatorMenuItem(),
                link,
                rename,
                item("Cut", actions::cut),
                item("Copy", actions::copy),
                item("Duplicate", actions::duplicate),
                item("Delete", actions::delete)));
        return items;
    }

    private List<MenuItem> ofLink(Link link) {
        Menu weight = new Menu("Weight");
        for (int choice : WEIGHTS) {
            RadioMenuItem item = new RadioMenuItem(Integer.toString(choice));
            item.setSelected(choice == link.weight());
            item.setOnAction(_ -> view.actions().setLink("Weight", link.weighted(choice)));
            weight.getItems().add(item);
        }
        CheckMenuItem down = new CheckMenuItem("Out of use");
        down.setSelected(link.down());
        down.setOnAction(_ -> view.actions().setLink("State", link.with(l -> l.down = !link.down())));
        CheckMenuItem backup = new CheckMenuItem("Backup");
        backup.setSelected(link.backup());
        backup.setOnAction(_ -> view.actions().setLink("Backup", link.with(l -> l.backup = !link.backup())));
        List<MenuItem> items =
                new ArrayList<>(BreakMenu.ofLink(view.faults(), new Item.LinkItem(link.from(), link.to())));
        items.add(new SeparatorMenuItem());
        if (!link.isHeartbeat()) {
            items.addAll(List.of(weight, down, backup));
        }
        items.add(item("Delete", view.actions()::delete));
        return items;
    }

    private List<MenuItem> ofBackground(Pointer at) {
        Menu add = new Menu("Add");
        for (PaletteKind kind : PaletteKind.values()) {
            add.getItems().add(item(kind.title(), () -> new PlaceGesture(model, kind).finish(at)));
        }
        MenuItem paste = item("Paste", view.actions()::paste);
        paste.setDisable(!view.actions().canPaste());
        return List.of(
                add,
                paste,
                item("Select all", view.actions()::selectAll),
                new SeparatorMenuItem(),
                item("Zoom to fit", view.actions()::zoomToFit),
                item("Zoom to 100 %", view.actions()::zoomActual));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
