package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.data.ValueSizes;
import roundhouse.topology.types.Types;

/** Which links with a bandwidth run out of it, by the values that requests are about at the peak. */
final class BandwidthQuestion implements ChecklistQuestion {
    private static final double MEGABIT = 1e6 / 8;

    /** @param measured whether it comes from a run */
    private record Rate(double perSecond, boolean measured) {}

    @Override
    public List<Advice> ask(Examined examined) {
        List<Advice> advice = new ArrayList<>();
        for (Link link : examined.topology().links()) {
            Rate rate = link.bandwidth() == Types.UNLIMITED ? null : rate(link, examined);
            if (rate != null && rate.perSecond > 0) {
                advice.add(advice(link, rate, examined.topology()));
            }
        }
        return advice;
    }

    /** Requests a second over the link, where one of its ends has no other on that side. */
    private static @Nullable Rate rate(Link link, Examined examined) {
        Topology topology = examined.topology();
        if (topology.node(link.to())
                        .map(node -> Neighbours.sources(node, topology).size())
                        .orElse(0)
                == 1) {
            return topology.node(link.to()).map(node -> rate(node, examined)).orElse(null);
        }
        return topology.linksFrom(link.from()).size() == 1
                ? topology.node(link.from()).map(node -> rate(node, examined)).orElse(null)
                : null;
    }

    /** What a run carried counts where it is more, as of clients that wait for answers; what it could not carry counts too. */
    private static Rate rate(Node node, Examined examined) {
        double declared = node instanceof Database database
                ? examined.demand().asked(database, examined.topology())
                : examined.peak(node);
        double served = examined.servedRate(node);
        return served > declared ? new Rate(served, true) : new Rate(declared, false);
    }

    private static Advice advice(Link link, Rate rate, Topology topology) {
        double reads = DataDemand.readShare(topology);
        double used = rate.perSecond * Math.max(reads, 1 - reads) * valueBytes(topology) / MEGABIT;
        double busy = used / link.bandwidth();
        String figure = String.format(
                Locale.ROOT,
                "%.1f of %d Mbit/s %s %s",
                used,
                link.bandwidth(),
                reads >= 0.5 ? "back" : "there",
                rate.measured ? "in the run" : "at the peak");
        String text = "bandwidth of " + link.from() + " → " + link.to()
                + (busy >= 1
                        ? ": more is sent than it carries, so what waits for it grows as long as that lasts"
                        : String.format(Locale.ROOT, ": bears %.2f times as much before it is full", 1 / busy));
        if (busy < BottleneckQuestion.BUSY) {
            return Advice.good(ChecklistItem.BOTTLENECK, link.to(), text, figure);
        }
        return (busy >= 1
                        ? Advice.error(ChecklistItem.BOTTLENECK, link.to(), text, figure)
                        : Advice.warning(ChecklistItem.BOTTLENECK, link.to(), text, figure))
                .mendedBy(wider(link, used, topology));
    }

    private static @Nullable Fix wider(Link link, double used, Topology topology) {
        int enough = (int) Math.ceil(used / BottleneckQuestion.AIM);
        return Fix.of(
                "Give " + link.from() + " → " + link.to() + " " + enough + " Mbit/s",
                topology,
                topology.with(link.with(Link.BANDWIDTH, enough)));
    }

    /** On average over all clients; sizes are spread evenly over each doubling. */
    static double valueBytes(Topology topology) {
        return topology.nodes().stream()
                .filter(Clients.class::isInstance)
                .mapToDouble(node -> mean(((Clients) node).values()))
                .average()
                .orElse(0);
    }

    private static double mean(ValueSizes sizes) {
        return sizes.max() == sizes.min()
                ? sizes.min()
                : (sizes.max() - sizes.min()) / Math.log((double) sizes.max() / sizes.min());
    }
}
