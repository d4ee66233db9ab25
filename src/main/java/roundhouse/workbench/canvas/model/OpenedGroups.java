package roundhouse.workbench.canvas.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/** Which servers the groups that are opened have: those that run, or those that the document has while the run knows nothing of the group. */
public final class OpenedGroups {
    private OpenedGroups() {}

    /**
     * @param opened ids of what is opened; what is no group among these is passed over
     * @param shown the system that is drawn
     */
    static Map<String, List<String>> of(List<String> opened, Topology shown, Frame frame) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (String id : opened) {
            shown.node(id)
                    .filter(ServerGroup.class::isInstance)
                    .ifPresent(group -> groups.put(id, servers(group, frame)));
        }
        return groups;
    }

    /** The ids of that group's servers. */
    public static List<String> servers(Node group, Frame frame) {
        List<Node> nodes = frame.topology.nodes();
        List<String> running = frame.members.stream()
                .filter(member -> nodes.get(member.node()).id().equals(group.id()))
                .map(Frame.Member::id)
                .toList();
        return running.isEmpty() ? Members.of(group) : running;
    }
}
