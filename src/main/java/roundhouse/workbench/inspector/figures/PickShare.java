package roundhouse.workbench.inspector.figures;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.analysis.origins.Origin;
import roundhouse.analysis.origins.OriginSpan;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.ServerColours;
import roundhouse.workbench.document.KnownNodes;
import roundhouse.workbench.document.Selection.Item;
import roundhouse.workbench.origins.AskedFigure;

/**
 * The part of the picks that a balancer's target got since the start.
 *
 * @param colour the target's, as CSS writes it
 * @param part 0 to 1
 * @param seen how the balancer sees it, while that is not as usual, and its zone, if that is another one than the balancer's
 */
public record PickShare(String title, String colour, double part, String seen) {
    private static final String NO_COLOUR = "-rh-link";
    private static final Origin ORIGIN = Origin.of(
            text("inspector.pick-origin"),
            text("inspector.pick-formula"),
            text("inspector.unit-share"),
            text("inspector.pick-inputs"),
            OriginSpan.SINCE_START,
            text("inspector.pick-not-modelled"),
            text("inspector.pick-no-theory"));

    /** The same, to be asked where it comes from. */
    public AskedFigure asked(SampleCounts counts) {
        return AskedFigure.of(
                text("inspector.share-of-picks-of", title), ORIGIN, counts.text(ORIGIN.span()), Optional.empty());
    }

    /** Of what is selected; empty for what is no balancer of the frame's topology. */
    public static List<PickShare> of(Frame frame, Item item, KnownNodes known) {
        int node = item instanceof Item.NodeItem(String id) ? index(frame.topology, id) : -1;
        return node < 0 ? List.of() : of(frame, node, known);
    }

    /** Of the balancer's targets, in the order of its links; empty for other nodes. */
    static List<PickShare> of(Frame frame, int node, KnownNodes known) {
        Topology topology = frame.topology;
        List<PickShare> shares = new ArrayList<>();
        Node balancer = topology.nodes().get(node);
        if (!balancer.picksTargets()) {
            return shares;
        }
        for (int i = 0; i < topology.links().size(); i++) {
            Link link = topology.links().get(i);
            if (link.from().equals(balancer.id()) && !link.isHeartbeat()) {
                int order = known.order(link.to());
                shares.add(new PickShare(
                        topology.title(link.to()),
                        order < 0 ? NO_COLOUR : ServerColours.style(order),
                        frame.linkShare[i],
                        seen(frame, i, place(frame, balancer, link))));
            }
        }
        return shares;
    }

    /** Where the target of a balancer that stands in a zone stands, if that is another one; else empty. */
    private static String place(Frame frame, Node balancer, Link link) {
        String own = balancer.zone();
        return own == null
                ? ""
                : frame.topology
                        .node(link.to())
                        .map(target -> own.equals(target.zone())
                                ? ""
                                : target.zone() == null
                                        ? text("inspector.in-no-zone")
                                        : text("inspector.in-zone", target.zone()))
                        .orElse("");
    }

    private static String seen(Frame frame, int link, String place) {
        String status = TargetStatusText.of(frame, link);
        return place.isEmpty() || status.isEmpty() ? place + status : text("inspector.place-and-status", place, status);
    }

    /** Where the topology has the node of that id; -1 for nowhere. */
    public static int index(Topology topology, String id) {
        for (int i = 0; i < topology.nodes().size(); i++) {
            if (topology.nodes().get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
