package roundhouse.workbench.canvas.kinds;

import java.util.Comparator;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.traffic.Arrivals;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.workbench.FigureText;

/** When clients send, how much, and what comes of it. */
final class ClientsCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Clients clients = Clients.SETTINGS.cast(node);
        String arrivals = arrivals(clients);
        if (clients.cache() == null) {
            return arrivals;
        }
        int law = arrivals.lastIndexOf(" · ");
        return (law < 0 ? arrivals : arrivals.substring(0, law)) + " · own caches";
    }

    @Override
    public String real(String subtitle) {
        return "real clients";
    }

    private static String arrivals(Clients clients) {
        return switch (clients.arrivals()) {
            case Arrivals.Poisson poisson -> FigureText.rate(poisson.rate()) + " · Poisson";
            case Arrivals.Constant constant -> FigureText.rate(constant.rate()) + " · constant";
            case Arrivals.Bursty bursty -> FigureText.rate(bursty.rate()) + " · bursts";
            case Arrivals.Curve curve ->
                "up to "
                        + FigureText.rate(curve.points().stream()
                                .map(Arrivals.Curve.Point::rate)
                                .max(Comparator.naturalOrder())
                                .orElse(0.0))
                        + " · curve";
            case Arrivals.Recorded _ -> "at recorded times";
            case Arrivals.Closed _ -> FigureText.count(clients.users()) + " users · closed loop";
        };
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return "sent " + FigureText.count(frame.arrived[index]) + " · ok "
                + okShare(frame.ok[index], frame.bad[index], frame.timedOut[index]);
    }

    private static String okShare(long ok, long bad, long timedOut) {
        long ended = ok + bad + timedOut;
        return ended == 0 ? "–" : ok == ended ? "100 %" : FigureText.percent(Math.floor(1000.0 * ok / ended) / 1000);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        String latency = KindCard.super.second(node, frame, index);
        return frame.data.caches[index] ? CacheFiguresText.hits(frame, index) + " · " + p99(frame, index) : latency;
    }

    private static String p99(Frame frame, int index) {
        return frame.p99Nanos[index] == 0 ? "– p99" : FigureText.duration(frame.p99Nanos[index]) + " p99";
    }

    @Override
    public String idle(Node node) {
        return switch (Clients.SETTINGS.cast(node).keys()) {
            case KeyDistribution.Uniform uniform -> FigureText.count(uniform.count()) + " keys, uniform";
            case KeyDistribution.Zipf zipf ->
                FigureText.count(zipf.count()) + " keys · Zipf " + FigureText.number(zipf.exponent());
            case KeyDistribution.FromFile from -> "keys of " + from.file();
            case KeyDistribution.Hot hot -> "hot key " + FigureText.percent(hot.share());
        };
    }

    @Override
    public String arrived() {
        return "Sent";
    }
}
