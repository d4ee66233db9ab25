package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import roundhouse.topology.stores.Store;

/** The part of a context menu that makes stores of databases and takes them apart: only what can be done. */
final class StoreMenu {
    private StoreMenu() {}

    static List<MenuItem> ofNodes(StoreActions stores) {
        List<MenuItem> items = new ArrayList<>();
        if (stores.whyNotMade().isEmpty()) {
            items.add(item(text("canvas.make-a-store"), stores::make));
        }
        List<Store> joinable = stores.joinable();
        if (joinable.size() == 1) {
            Store store = joinable.getFirst();
            items.add(item(text("canvas.add-to", store.title()), () -> stores.join(store)));
        } else if (!joinable.isEmpty()) {
            Menu join = new Menu(text("canvas.add-to-a-store"));
            joinable.forEach(store -> join.getItems().add(item(store.title(), () -> stores.join(store))));
            items.add(join);
        }
        if (stores.canLeave()) {
            items.add(item(text("canvas.select-the-store"), stores::select));
            items.add(item(text("canvas.leave-the-store"), stores::leave));
        }
        return items;
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
