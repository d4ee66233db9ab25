package roundhouse.workbench.playback.history;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Place;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.stores.Store;

/** What an edit of the document means for a run that is under way. */
public enum EditEffect {
    /** Names, words, places, the length of the run: nothing that a request would notice. */
    NONE,
    /** Another system from now on: nodes, stores, links, regions. */
    REVISE,
    /** Another past: the scenario, the warm-up, or what is measured for an expectation. The run is played again up to where it stands. */
    REPLAY,
    /** Other random numbers throughout: a new run. */
    RESTART;

    public static EditEffect of(Topology before, Topology after) {
        if (before.seed() != after.seed()) {
            return RESTART;
        }
        if (!Shape.of(before).equals(Shape.of(after))) {
            return REVISE;
        }
        return before.scenario().equals(after.scenario())
                        && before.warmUp().equals(after.warmUp())
                        && before.expect().equals(after.expect())
                ? NONE
                : REPLAY;
    }

    private record Shape(Map<String, Place> regions, List<Node> nodes, List<Store> stores, List<Link> links) {
        static Shape of(Topology topology) {
            @Nullable String none = null;
            return new Shape(
                    topology.regions(),
                    topology.nodes().stream().map(node -> node.labelled(none)).toList(),
                    topology.stores().stream()
                            .map(store -> store.with(Store.LABEL, none))
                            .toList(),
                    topology.links());
        }
    }
}
