package roundhouse.workbench.inspector.theory;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Map;
import roundhouse.analysis.caching.CacheTheory;
import roundhouse.analysis.caching.Expected;
import roundhouse.analysis.caching.MeasuredCache;
import roundhouse.analysis.caching.TheoryTable;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.WorkLane;

/** Works out the theory of the caches of a topology when somebody wants to see it, off the screen's thread: a million keys take seconds. */
public final class TheoryModel {
    private final WorkLane lane;
    private Topology asked = Topology.EMPTY;
    private Topology known = Topology.EMPTY;
    private Map<String, List<Expected>> expected = Map.of();

    public TheoryModel(WorkLane lane) {
        this.lane = lane;
    }

    /** Of the node at that place of the frame's topology; nothing of one without a cache, or while it is worked out. */
    public List<TheoryTable.Line> lines(Frame frame, int node) {
        if (!frame.data.on || !frame.data.caches[node]) {
            return List.of();
        }
        Topology topology = frame.topology;
        if (!topology.equals(asked)) {
            asked = topology;
            lane.replace(new BackgroundTask<>(text("inspector.theory-failed"), _ -> CacheTheory.of(topology), of -> {
                known = topology;
                expected = of;
            }));
        }
        if (!topology.equals(known)) {
            return List.of();
        }
        String first = Members.of(topology.nodes().get(node)).getFirst();
        List<Expected> its = expected.getOrDefault(first, List.of());
        return its.isEmpty()
                ? List.of()
                : TheoryTable.of(its, MeasuredCache.of(frame, node)).lines();
    }
}
