package roundhouse.topology.nodes;

import java.util.List;
import java.util.stream.IntStream;

/** The ids of the nodes that one node of a document stands for. */
public final class Members {
    private Members() {}

    /** Where nothing has happened yet: {@code web-1}, {@code web-2}, or its own. */
    public static List<String> of(Node node) {
        return !node.standsForOthers()
                ? List.of(node.id())
                : IntStream.rangeClosed(1, node.count())
                        .mapToObj(number -> id(node.id(), number))
                        .toList();
    }

    /** The id of one of those that the node with that id stands for, counted from 1. */
    public static String id(String node, int number) {
        return node + "-" + number;
    }
}
