package roundhouse.workbench.shell;

import static roundhouse.workbench.texts.Texts.text;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import roundhouse.topology.Topology;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.files.DocumentFiles;
import roundhouse.workbench.files.RecentFiles;
import roundhouse.workbench.files.Samples;
import roundhouse.workbench.shell.finding.Action;
import roundhouse.workbench.shell.finding.Actions;
import roundhouse.workbench.shell.finding.ShownKey;

/** Menus made from the registry of actions, and the lists that are as long as what they list. */
final class Menus {
    /** How far back the menu's history goes; undo itself goes to the beginning. */
    private static final int HISTORY = 25;

    private Menus() {}

    /** A menu for each group of actions. */
    static List<Menu> of(Actions actions) {
        List<Menu> menus = new ArrayList<>();
        for (Action.Group group : Action.Group.values()) {
            List<Action> members = actions.of(group);
            if (!members.isEmpty()) {
                Menu menu = new Menu(group.title());
                menu.setId("menu-" + group.name().toLowerCase(java.util.Locale.ROOT));
                members.forEach(action -> menu.getItems().add(item(action)));
                menus.add(menu);
            }
        }
        return menus;
    }

    static MenuItem item(Action action) {
        BooleanProperty selected = action.selected();
        MenuItem item;
        if (selected == null) {
            item = new MenuItem();
        } else {
            CheckMenuItem check = new CheckMenuItem();
            check.selectedProperty().bindBidirectional(selected);
            item = check;
        }
        item.setId("menu-" + action.id().replace('.', '-'));
        item.textProperty().bind(action.title());
        item.disableProperty().bind(action.disabled());
        if (!action.keys().isEmpty()) {
            item.setAccelerator(new ShownKey(action.keyText()));
        }
        if (selected == null) {
            item.setOnAction(_ -> action.run());
        }
        return item;
    }

    static Menu recent(RecentFiles recent, DocumentFiles files) {
        return filledWhenShown(text("shell.open-recent"), "menu-open-recent", () -> {
            recent.refresh();
            return recent.files().stream().map(file -> opening(file, files)).toList();
        });
    }

    private static MenuItem opening(Path file, DocumentFiles files) {
        MenuItem item = new MenuItem(file.toString());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> files.open(file));
        return item;
    }

    static Menu samples(DocumentFiles files) {
        return filledWhenShown(
                text("shell.open-sample"),
                "menu-open-sample",
                () -> Samples.all().stream()
                        .map(sample -> opening(sample, files))
                        .toList());
    }

    private static MenuItem opening(Topology sample, DocumentFiles files) {
        MenuItem item = new MenuItem(sample.name());
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> files.openUntitled(sample));
        return item;
    }

    /** Everything done, the newest first; choosing an entry goes back or forth to where it had just been done. */
    static Menu history(Document document) {
        return filledWhenShown(text("shell.history"), "menu-history", () -> {
            List<MenuItem> items = new ArrayList<>();
            int size = document.changes().size();
            for (int i = size; i >= Math.max(0, size - HISTORY); i--) {
                int wanted = i;
                CheckMenuItem item = new CheckMenuItem(
                        i == 0
                                ? text("shell.as-opened")
                                : document.changes().get(i - 1).label());
                item.setMnemonicParsing(false);
                item.setSelected(i == document.doneProperty().get());
                item.setOnAction(_ -> document.goTo(wanted));
                items.add(item);
            }
            return items;
        });
    }

    private static Menu filledWhenShown(String title, String id, Supplier<List<MenuItem>> content) {
        Menu menu = new Menu(title);
        menu.setId(id);
        MenuItem none = new MenuItem(text("shell.none"));
        none.setDisable(true);
        menu.getItems().add(none);
        menu.setOnShowing(_ -> {
            List<MenuItem> items = content.get();
            menu.getItems().setAll(items.isEmpty() ? List.of(none) : items);
        });
        return menu;
    }
}
