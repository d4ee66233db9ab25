package roundhouse.workbench.canvas;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import roundhouse.topology.LinkFault;
import roundhouse.topology.NodeFault;
import roundhouse.workbench.document.FaultActions;
import roundhouse.workbench.document.Selection.Item;

/** The part of a context menu that breaks and mends: the usual at once, the rest in a menu of its own. */
final class BreakMenu {
    private static final Set<NodeFault> FIRST = EnumSet.of(NodeFault.CRASH, NodeFault.SLOW, NodeFault.PAUSE);

    private BreakMenu() {}

    static List<MenuItem> ofNodes(FaultActions faults, Set<String> ids) {
        List<MenuItem> items = new ArrayList<>();
        if (ids.stream().noneMatch(id -> faults.can(NodeFault.CRASH, id))) {
            return items;
        }
        MenuItem recover = item(text("canvas.recover"), () -> faults.recover(ids));
        recover.setDisable(ids.stream().noneMatch(id -> faults.isBroken(new Item.NodeItem(id))));
        items.add(recover);
        Menu more = new Menu(text("canvas.more-faults"));
        for (NodeFault fault : NodeFault.values()) {
            MenuItem item = item(words(fault.title(), fault.says()), () -> faults.toggle(fault, ids));
            item.setDisable(faults.has(fault, ids) || ids.stream().noneMatch(id -> faults.can(fault, id)));
            (FIRST.contains(fault) ? items : more.getItems()).add(item);
        }
        items.add(more);
        for (String place : faults.places(ids)) {
            Menu outage = new Menu(text("canvas.outage-of", place));
            outage.getItems()
                    .addAll(
                            item(text("canvas.everything-in-goes-down", place), () -> faults.outage(place, true)),
                            item(text("canvas.everything-in-recovers", place), () -> faults.outage(place, false)));
            items.add(outage);
        }
        return items;
    }

    static List<MenuItem> ofLink(FaultActions faults, Item.LinkItem link) {
        List<Item.LinkItem> links = List.of(link);
        List<MenuItem> items = new ArrayList<>();
        MenuItem mend = item(text("canvas.mend"), () -> faults.mend(links));
        mend.setDisable(!faults.isBroken(link));
        items.add(mend);
        for (LinkFault fault : LinkFault.values()) {
            MenuItem item = item(words(fault.title(), fault.says()), () -> faults.toggle(fault, links));
            item.setDisable(faults.has(fault, links));
            items.add(item);
        }
        return items;
    }

    private static String words(String title, String says) {
        return title + ": " + says.substring(0, 1).toLowerCase(Locale.ROOT) + says.substring(1);
    }

    private static MenuItem item(String title, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setOnAction(_ -> action.run());
        return item;
    }
}
