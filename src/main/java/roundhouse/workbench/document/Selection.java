package roundhouse.workbench.document;

import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What is selected: any number of nodes, links and stores. The value is immutable, so a listener sees whole selections. */
public final class Selection {
    private final ReadOnlyObjectWrapper<Set<Item>> items = new ReadOnlyObjectWrapper<>(this, "items", Set.of());

    /** Something that can be selected. */
    public sealed interface Item {
        record NodeItem(String id) implements Item {}

        record LinkItem(String from, String to) implements Item {}

        /** A store as a whole, its members with it. */
        record StoreItem(String id) implements Item {}
    }

    public ReadOnlyObjectProperty<Set<Item>> itemsProperty() {
        return items.getReadOnlyProperty();
    }

    public Set<Item> items() {
        return items.get();
    }

    /** The ids of the selected nodes. */
    public Set<String> nodes() {
        return items().stream()
                .filter(Item.NodeItem.class::isInstance)
                .map(item -> ((Item.NodeItem) item).id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The selected links. */
    public Set<Item.LinkItem> links() {
        return items().stream()
                .filter(Item.LinkItem.class::isInstance)
                .map(Item.LinkItem.class::cast)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The ids of the selected stores. */
    public Set<String> stores() {
        return items().stream()
                .filter(Item.StoreItem.class::isInstance)
                .map(item -> ((Item.StoreItem) item).id())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean contains(Item item) {
        return items().contains(item);
    }

    public void set(Set<Item> selected) {
        items.set(Set.copyOf(selected));
    }

    public void select(Item item) {
        set(Set.of(item));
    }

    public void clear() {
        set(Set.of());
    }
}
