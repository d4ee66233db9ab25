package roundhouse.simulation.scaling;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.network.Network;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.ServerGroup;

/** The groups of a run. */
public final class ServerGroups {
    private final RunContext context;
    private final Network network;
    private final Map<String, GroupControl> groups = new LinkedHashMap<>();
    private Regrouping regrouping = _ -> {};

    public ServerGroups(RunContext context, Network network) {
        this.context = context;
        this.network = network;
    }

    /** Who makes the running system another one. */
    public void regroupedBy(Regrouping by) {
        regrouping = by;
    }

    /** The network has become something else. */
    public void follow() {
        for (Node node : network.document().nodes()) {
            if (node instanceof ServerGroup group) {
                groups.computeIfAbsent(group.id(), _ -> new GroupControl(context, network, regrouping, group))
                        .follow(group);
            }
        }
        for (Iterator<GroupControl> each = groups.values().iterator(); each.hasNext(); ) {
            GroupControl control = each.next();
            if (!(network.document().node(control.group().id()).orElse(null) instanceof ServerGroup)) {
                control.retire();
                each.remove();
            }
        }
    }

    /** There are to be so many servers in that group, because somebody says so. */
    public void scale(String id, int servers) {
        GroupControl control = groups.get(id);
        if (control == null) {
            context.transcript.say(context.titles.of(id) + " is no server group and cannot be given a size");
        } else if (control.group().count() == servers) {
            context.transcript.say(control.title() + " has " + servers + " already");
        } else {
            control.resize(servers, "");
        }
    }

    /** Whether there is any. */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    private @Nullable GroupControl control(String id) {
        return groups.get(id);
    }

    /** How many servers a group is to have, those that start included; 0 for what is no group. */
    public int wanted(String id) {
        GroupControl control = control(id);
        return control == null ? 0 : control.wanted().size();
    }
}
