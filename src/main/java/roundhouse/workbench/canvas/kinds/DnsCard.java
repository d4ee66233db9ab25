package roundhouse.workbench.canvas.kinds;

import java.util.Locale;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** By what rule a DNS node answers, how much it is asked, and whom it names now. */
final class DnsCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Dns dns = Dns.SETTINGS.cast(node);
        return dns.answers().title().toLowerCase(Locale.ROOT) + " · TTL "
                + FigureText.duration(dns.ttl().toNanos());
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return FigureText.rate(frame.rate[index]) + " asked";
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        return FigureText.count(frame.arrived[index]) + " queries";
    }

    @Override
    public double bar(Node node, Frame frame, int index) {
        return -1;
    }

    @Override
    public String arrived() {
        return "Queries";
    }
}
