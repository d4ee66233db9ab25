package roundhouse.workbench.canvas;

import java.util.List;
import java.util.Set;
import roundhouse.topology.nodes.Link;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;

/** Selects the links of a node one after the other, as a click does with a mouse. */
public final class LinkWalk {
    private final Document document;
    private String node = "";

    public LinkWalk(Document document) {
        this.document = document;
    }

    /** Selects the next link of the selected node, or the one after the selected link; false where neither is selected or it has none. */
    public boolean next() {
        Set<Item> items = document.selection().items();
        Item only = items.size() == 1 ? items.iterator().next() : null;
        int after = -1;
        switch (only) {
            case Item.NodeItem(String id) -> node = id;
            case Item.LinkItem link -> {
                if (!link.from().equals(node) && !link.to().equals(node)) {
                    node = link.from();
                }
                after = of(node).indexOf(link);
            }
            case null, default -> {
                return false;
            }
        }
        List<Item.LinkItem> links = of(node);
        if (links.isEmpty()) {
            return false;
        }
        document.selection().select(links.get((after + 1) % links.size()));
        return true;
    }

    private List<Item.LinkItem> of(String id) {
        return document.topology().links().stream()
                .filter(link -> link.from().equals(id) || link.to().equals(id))
                .map(LinkWalk::item)
                .toList();
    }

    private static Item.LinkItem item(Link link) {
        return new Item.LinkItem(link.from(), link.to());
    }
}
