package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import java.util.List;
import java.util.Locale;
import roundhouse.naming.NamingFigure;
import roundhouse.simulation.observing.Frame;
import roundhouse.simulation.observing.NamingReport;
import roundhouse.topology.nodes.Dns;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** By what rule a DNS node answers, how much it is asked, and whom it names now. */
final class DnsCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Dns dns = Dns.SETTINGS.cast(node);
        return text(
                "canvas.ttl",
                dns.answers().title().toLowerCase(Locale.ROOT),
                FigureText.duration(dns.ttl().toNanos()));
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        NamingReport naming = frame.naming.get(node.id());
        double cached = naming == null ? Double.NaN : naming.of(NamingFigure.CACHED);
        return text(
                "canvas.cached",
                Double.isNaN(cached) ? "–" : FigureText.percent(cached),
                FigureText.rate(Math.rint(frame.rate[index])));
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        NamingReport naming = frame.naming.get(node.id());
        List<String> named = naming == null ? List.of() : naming.named();
        if (naming == null) {
            return idle(node);
        }
        if (named.isEmpty()) {
            return text("canvas.names-nobody");
        }
        String first = frame.topology.title(named.getFirst());
        return text(
                "canvas.names",
                named.size() <= 2
                        ? String.join(
                                ", ",
                                named.stream()
                                        .map(id -> frame.topology.title(id))
                                        .toList())
                        : text("canvas.first-and-more", first, named.size() - 1));
    }

    @Override
    public double bar(Node node, Frame frame, int index) {
        return -1;
    }

    @Override
    public String arrived() {
        return text("canvas.queries");
    }
}
