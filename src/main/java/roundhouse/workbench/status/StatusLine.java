package roundhouse.workbench.status;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.controlsfx.control.StatusBar;
import roundhouse.topology.Topology;
import roundhouse.topology.stores.Store;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.texts.Texts;

/** What the status line says of the document: how large it is, and what is selected. */
public final class StatusLine {
    private StatusLine() {}

    public static void follow(StatusBar status, Document document, BackgroundWork background) {
        document.topologyProperty().subscribe(_ -> tell(status, document));
        document.selection().itemsProperty().subscribe(_ -> tell(status, document));
        background.onLong(new LongWork(status)::add);
    }

    private static void tell(StatusBar status, Document document) {
        status.setText(text(document.topology(), document.selection().items()));
    }

    /** {@code 5 nodes · 4 links · 2 selected: s1, s2} */
    static String text(Topology topology, Set<Item> selected) {
        String size = counted(topology.nodes().size(), "node") + " · "
                + counted(topology.links().size(), "link");
        return selected.isEmpty() ? size : size + " · " + chosen(topology, List.copyOf(selected));
    }

    private static String chosen(Topology topology, List<Item> selected) {
        String names =
                selected.stream().limit(3).flatMap(item -> name(topology, item)).collect(Collectors.joining(", "));
        return Texts.text(
                "status.selected", FigureText.count(selected.size()), names, selected.size() > 3 ? ", …" : "");
    }

    private static Stream<String> name(Topology topology, Item item) {
        return switch (item) {
            case Item.NodeItem(String id) -> Stream.of(topology.title(id));
            case Item.LinkItem(String from, String to) -> Stream.of(topology.title(from) + " → " + topology.title(to));
            case Item.StoreItem(String id) ->
                Stream.of(topology.store(id).map(Store::title).orElse(id));
        };
    }

    private static String counted(int count, String thing) {
        return FigureText.count(count) + " " + thing + (count == 1 ? "" : "s");
    }
}
