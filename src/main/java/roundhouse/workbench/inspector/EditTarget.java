package roundhouse.workbench.inspector;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;

/**
 * What a field is a field of, and where it stands in the document.
 *
 * @param title what the undo history calls it
 * @param find nothing when it is gone
 * @param label what the undo history calls an edit to that text; null for what it says of any setting
 */
record EditTarget<T>(
        String title,
        Function<Topology, Optional<T>> find,
        BiFunction<Topology, T, Topology> put,
        @Nullable UnaryOperator<String> label) {
    EditTarget(String title, Function<Topology, Optional<T>> find, BiFunction<Topology, T, Topology> put) {
        this(title, find, put, null);
    }

    static EditTarget<Link> link(Topology topology, Link link) {
        return new EditTarget<>(
                text("inspector.link-title", topology.title(link.from()), topology.title(link.to())),
                t -> t.link(link.from(), link.to()),
                Topology::with);
    }

    static EditTarget<Topology> document() {
        return new EditTarget<>("", Optional::of, (_, changed) -> changed);
    }
}
