package roundhouse.topology;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a topology's parts mean together: names that exist, links that may be. */
public final class Validation {
    private Validation() {}

    /** Everything wrong, with JSON pointers into the canonical text and no lines. */
    public static List<Problem> problems(Topology topology) {
        Problems problems = new Problems();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < topology.nodes().size(); i++) {
            if (!ids.add(topology.nodes().get(i).id())) {
                problems.add(
                        "/nodes/" + i + "/id",
                        "duplicate id " + topology.nodes().get(i).id());
            }
        }
        return problems.inOrder();
    }
}
