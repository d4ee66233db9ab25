package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import roundhouse.topology.Topology;
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
import roundhouse.workbench.document.NewNode;

/**
 * A kind of node that can be taken from the palette.
 *
 * @param key the kind's name in files
 * @param group the heading it stands under in the palette
 * @param settings its declarations
 * @param card what its cards say
 * @param create a node as it comes from the palette, with an id that is free in that topology
 */
public record PaletteKind(
        String key,
        String group,
        Settings<? extends Node> settings,
        KindCard card,
        Function<Topology, ? extends Node> create) {
    /** The registry of the palette, a line a kind. A new kind goes last, so that the keys 1 to 9 keep what they add. */
    private static final Map<String, PaletteKind> KINDS = new LinkedHashMap<>();

    static {
        add(new PaletteKind(
                Clients.KIND, text("canvas.traffic"), Clients.SETTINGS, new ClientsCard(), NewNode::clients));
        add(new PaletteKind(
                LoadBalancer.KIND,
                text("canvas.routing"),
                LoadBalancer.SETTINGS,
                new LoadBalancerCard(),
                NewNode::loadBalancer));
        add(new PaletteKind(Server.KIND, text("canvas.compute"), Server.SETTINGS, new ServerCard(), NewNode::server));
        add(new PaletteKind(Cdn.KIND, text("canvas.data"), Cdn.SETTINGS, new CdnCard(), NewNode::cdn));
        add(new PaletteKind(CacheNode.KIND, text("canvas.data"), CacheNode.SETTINGS, new CacheCard(), NewNode::cache));
        add(new PaletteKind(
                Database.KIND, text("canvas.data"), Database.SETTINGS, new DatabaseCard(), NewNode::database));
        add(new PaletteKind(Dns.KIND, text("canvas.routing"), Dns.SETTINGS, new DnsCard(), NewNode::dns));
        add(new PaletteKind(
                ServerGroup.KIND,
                text("canvas.compute"),
                ServerGroup.SETTINGS,
                new ServerGroupCard(),
                NewNode::serverGroup));
    }

    private static void add(PaletteKind kind) {
        KINDS.put(kind.key, kind);
    }

    public static List<PaletteKind> all() {
        return List.copyOf(KINDS.values());
    }

    /** The kind of that name in files; empty when the palette does not offer it. */
    public static Optional<PaletteKind> of(String key) {
        return Optional.ofNullable(KINDS.get(key));
    }

    /** What the node's card says; of a kind that the palette does not offer, what every card can say. */
    public static KindCard card(Node node) {
        return of(node.kind()).map(PaletteKind::card).orElse(KindCard.PLAIN);
    }

    /** The kind's name for people. */
    public String title() {
        return settings.title();
    }
}
