package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.canvas.gestures.Gesture.Pointer;
import roundhouse.workbench.canvas.gestures.PlaceGesture;
import roundhouse.workbench.canvas.gestures.PlaceStoreGesture;
import roundhouse.workbench.canvas.kinds.PaletteKind;
import roundhouse.workbench.canvas.model.Alignment;
import roundhouse.workbench.canvas.model.Area;
import roundhouse.workbench.canvas.model.CanvasModel;
import roundhouse.workbench.canvas.model.Viewport;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.origins.OriginPop;

/** The context menus: of what is selected, or of the background when nothing is. */
final class CanvasMenu {
    private static final List<Integer> WEIGHTS = List.of(0, 1, 2, 3, 4, 5, 8, 10);

    private final CanvasSurface surface;
    private final CanvasModel model;
    private final CanvasActions actions;
    private final FaultActions faults;
    private final ContextMenu menu = new ContextMenu();
    private final CanvasOrigins origins;

    CanvasMenu(CanvasSurface surface, CanvasModel model, CanvasActions actions, FaultActions faults) {
        this.surface = surface;
        this.model = model;
        this.actions = actions;
        this.faults = faults;
        origins = new CanvasOrigins(surface, model);
        menu.setId("canvas-menu");
    }

    /** What figures are asked by; until then none can be. */
    void asks(OriginPop asked) {
        origins.asks(asked);
    }

    void hide() {
        menu.hide();
    }

    /** @param at where on the canvas new things go */
    void show(Pointer at, double screenX, double screenY) {
        menu.hide();
        Set<Item> items = model.selection().items();
        Optional<Store> store = actions.stores().alone();
        Topology topology = model.document().topology();
        if (store.isPresent()) {
            menu.getItems().setAll(ofStore(store.get()));
        } else if (!model.selection().nodes().isEmpty()) {
            menu.getItems().setAll(ofNodes());
        } else if (items.size() == 1
                && items.iterator().next() instanceof Item.LinkItem(String from, String to)
                && topology.link(from, to).isPresent()) {
            menu.getItems().setAll(ofLink(topology.link(from, to).get()));
        } else if (items.isEmpty()) {
            menu.getItems().setAll(ofBackground(at));
        } else {
            menu.getItems().setAll(item(text("canvas.delete-2"), actions::delete));
        }
        List<MenuItem> asked = origins.items(items, new Point2D(screenX, screenY));
        if (!asked.isEmpty()) {
            Menu ask = new Menu(OriginPop.ASK);
            ask.setId("canvas-origins");
            ask.getItems().setAll(asked);
            menu.getItems().addAll(new SeparatorMenuItem(), ask);
        }
        menu.show(surface, screenX, screenY);
    }

    /** Offers the figures of what is selected, to ask one where it comes from. */
    void showOrigins() {
        menu.hide();
        Point2D screen = screen(atSelection());
        List<MenuItem> asked = origins.items(model.selection().items(), screen);
        if (asked.isEmpty()) {
            actions.say(text("canvas.no-figures-to-ask-select"));
            return;
        }
        menu.getItems().setAll(asked);
        menu.show(surface, screen.getX(), screen.getY());
    }

    /** The menu of what is selected, at its place; or of the background. */
    void showAtSelection() {
        Pointer at = atSelection();
        Point2D screen = screen(at);
        show(at, screen.getX(), screen.getY());
    }

    private Point2D screen(Pointer at) {
        return surface.localToScreen(at.viewX(), at.viewY());
    }

    private Pointer atSelection() {
        Area area = model.selection().nodes().stream()
                .findFirst()
                .map(id -> model.drawing().area(model.drawing().index(id)))
                .or(() ->
                        actions.stores().alone().flatMap(store -> model.stores().area(store.id())))
                .orElse(model.seen());
        Viewport viewport = model.viewport();
        return Pointer.at(viewport, viewport.toViewX(area.centreX()), viewport.toViewY(area.centreY()));
    }

    private List<MenuItem> ofNodes() {
        Set<String> ids = model.selection().nodes();
        MenuItem rename = item(text("canvas.rename"), actions::rename);
        rename.setDisable(ids.size() != 1);
        MenuItem link = item(text("canvas.link"), actions::link);
        link.setDisable(ids.size() > 2);
        List<MenuItem> items = new ArrayList<>(BreakMenu.ofNodes(faults, ids));
        if (ids.size() == 1 && actions.hasCache(ids.iterator().next())) {
            items.addAll(List.of(new SeparatorMenuItem(), item(text("canvas.open-cache"), actions::open)));
        }
        if (ids.size() == 1 && actions.isGroup(ids.iterator().next())) {
            String id = ids.iterator().next();
            boolean opened = model.document().topology().opened().contains(id);
            items.addAll(List.of(
                    new SeparatorMenuItem(),
                    item(text(opened ? "canvas.collapse" : "canvas.show-servers"), () -> actions.open(id))));
        }
        List<MenuItem> ofStores = StoreMenu.ofNodes(actions.stores());
        if (!ofStores.isEmpty()) {
            items.add(new SeparatorMenuItem());
            items.addAll(ofStores);
        }
        if (ids.size() > 1) {
            items.addAll(List.of(new SeparatorMenuItem(), aligning()));
        }
        items.addAll(List.of(
                new SeparatorMenuItem(),
                link,
                rename,
                item(text("canvas.cut"), actions::cut),
                item(text("canvas.copy"), actions::copy),
                item(text("canvas.duplicate"), actions::duplicate),
                item(text("canvas.delete-2"), actions::delete)));
        return items;
    }

    private Menu aligning() {
        Menu menu = new Menu(text("canvas.arrange"));
        for (Alignment alignment : Alignment.values()) {
            MenuItem item = item(alignment.title(), () -> actions.aligning().align(alignment));
            item.setDisable(!actions.aligning().can(alignment));
            menu.getItems().add(item);
        }
        return menu;
    }

    private List<MenuItem> ofStore(Store store) {
        List<MenuItem> items = new ArrayList<>(BreakMenu.ofNodes(faults, new LinkedHashSet<>(store.members())));
        items.addAll(List.of(
                new SeparatorMenuItem(),
                item(text("canvas.rename"), actions::rename),
                item(text("canvas.dissolve-the-store"), actions.stores()::dissolve),
                item(text("canvas.cut"), actions::cut),
                item(text("canvas.copy"), actions::copy),
                item(text("canvas.duplicate"), actions::duplicate),
                item(text("canvas.delete-with-its-members"), actions::delete)));
        return items;
    }

    private List<MenuItem> ofLink(Link link) {
        Menu weight = new Menu(text("canvas.weight"));
        for (int choice : WEIGHTS) {
            RadioMenuItem item = new RadioMenuItem(Integer.toString(choice));
            item.setSelected(choice == link.weight());
            item.setOnAction(_ -> actions.setLink(text("canvas.weight"), link.weighted(choice)));
            weight.getItems().add(item);
        }
        CheckMenuItem down = new CheckMenuItem(text("canvas.out-of-use"));
        down.setSelected(link.down());
        down.setOnAction(_ -> actions.setLink(text("canvas.state"), link.with(Link.DOWN, !link.down())));
        CheckMenuItem backup = new CheckMenuItem(text("canvas.backup"));
        backup.setSelected(link.backup());
        backup.setOnAction(_ -> actions.setLink(text("canvas.backup"), link.with(Link.BACKUP, !link.backup())));
        List<MenuItem> items = new ArrayList<>(BreakMenu.ofLink(faults, new Item.LinkItem(link.from(), link.to())));
        items.add(new SeparatorMenuItem());
        if (!link.isHeartbeat()) {
            items.addAll(List.of(weight, down, backup));
        }
        items.add(item(text("canvas.delete-2"), actions::delete));
        return items;
    }

    private List<MenuItem> ofBackground(Pointer at) {
        Menu add = new Menu(text("canvas.add"));
        for (PaletteKind kind : PaletteKind.all()) {
            add.getItems().add(item(kind.title(), () -> new PlaceGesture(model, kind).finish(at)));
        }
        add.getItems().add(item(PlaceStoreGesture.TITLE, () -> new PlaceStoreGesture(model).finish(at)));
        add.getItems()
                .addAll(
                        item(text("canvas.note"), actions.drawn()::addNote),
                        item(text("canvas.frame"), actions.drawn()::addFrame));
        MenuItem paste = item(text("canvas.paste"), actions::paste);
        paste.setDisable(!actions.canPaste());
        return List.of(
                add,
                paste,
                item(text("canvas.select-all"), actions::selectAll),
                item(text("canvas.tidy"), actions::tidy),
                new SeparatorMenuItem(),
                item(text("canvas.zoom-to-fit"), actions::zoomToFit),
                item(text("canvas.zoom-to-100"), actions::zoomActual));
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
