package roundhouse.simulation.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiFunction;
import roundhouse.simulation.balancing.LoadBalancerComponent;
import roundhouse.simulation.caching.CacheComponent;
import roundhouse.simulation.caching.CdnComponent;
import roundhouse.simulation.clients.ClientsComponent;
import roundhouse.simulation.clients.RemoteClients;
import roundhouse.simulation.components.NodeComponent;
import roundhouse.simulation.engine.RunContext;
import roundhouse.simulation.naming.DnsComponent;
import roundhouse.simulation.serving.RemoteServer;
import roundhouse.simulation.serving.ServerComponent;
import roundhouse.simulation.storing.DatabaseComponent;
import roundhouse.topology.nodes.CacheNode;
import roundhouse.topology.nodes.Cdn;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;
import roundhouse.topology.settings.Settings;

/** The registry of what runs make of nodes: a line a kind. */
public final class ComponentKinds {
    private static final Map<String, BiFunction<RunContext, Node, NodeComponent>> KINDS = new HashMap<>();

    static {
        add(Clients.KIND, Clients.SETTINGS, ComponentKinds::clients);
        add(Dns.KIND, Dns.SETTINGS, DnsComponent::new);
        add(LoadBalancer.KIND, LoadBalancer.SETTINGS, LoadBalancerComponent::new);
        add(Server.KIND, Server.SETTINGS, ComponentKinds::server);
        add(Cdn.KIND, Cdn.SETTINGS, CdnComponent::new);
        add(CacheNode.KIND, CacheNode.SETTINGS, CacheComponent::new);
        add(Database.KIND, Database.SETTINGS, DatabaseComponent::new);
        // Of the group itself there is nothing in a run: this is one of its servers.
        add(
                ServerGroup.KIND,
                ServerGroup.SETTINGS,
                (run, group) -> server(run, group.member(group.id(), group.label())));
    }

    private ComponentKinds() {}

    /** Where there is something outside, requests and servers are real. */
    private static NodeComponent clients(RunContext run, Clients clients) {
        return run.outside == null ? new ClientsComponent(run, clients) : new RemoteClients(run, clients);
    }

    private static NodeComponent server(RunContext run, Server server) {
        return run.outside == null ? new ServerComponent(run, server) : new RemoteServer(run, server);
    }

    private static <N extends Node> void add(
            String kind, Settings<N> settings, BiFunction<RunContext, N, NodeComponent> component) {
        KINDS.put(kind, (run, node) -> component.apply(run, settings.cast(node)));
    }

    /** Whether a run can have such a node. The structure check finds an error where it cannot. */
    public static boolean knows(Node node) {
        return KINDS.containsKey(node.kind());
    }

    /**
     * The component of a node in that run.
     *
     * @throws IllegalArgumentException if there is no component for its kind
     */
    static NodeComponent create(RunContext run, Node node) {
        BiFunction<RunContext, Node, NodeComponent> component = KINDS.get(node.kind());
        if (component == null) {
            throw new IllegalArgumentException("a run has no component for the kind " + node.kind());
        }
        return component.apply(run, node);
    }
}
