package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

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
        return text("canvas.own-caches", law < 0 ? arrivals : arrivals.substring(0, law));
    }

    @Override
    public String real(String subtitle) {
        return text("canvas.real-clients");
    }

    private static String arrivals(Clients clients) {
        return switch (clients.arrivals()) {
            case Arrivals.Poisson poisson -> text("canvas.poisson", FigureText.rate(poisson.rate()));
            case Arrivals.Constant constant -> text("canvas.constant", FigureText.rate(constant.rate()));
            case Arrivals.Bursty bursty -> text("canvas.bursts", FigureText.rate(bursty.rate()));
            case Arrivals.Curve curve ->
                text(
                        "canvas.up-to-curve",
                        FigureText.rate(curve.points().stream()
                                .map(Arrivals.Curve.Point::rate)
                                .max(Comparator.naturalOrder())
                                .orElse(0.0)));
            case Arrivals.Recorded _ -> text("canvas.at-recorded-times");
            case Arrivals.Closed _ -> text("canvas.users-closed-loop", FigureText.count(clients.users()));
        };
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return text(
                "canvas.sent-ok",
                FigureText.count(frame.arrived[index]),
                okShare(frame.ok[index], frame.bad[index], frame.timedOut[index]));
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
            case KeyDistribution.Uniform uniform -> text("canvas.keys-uniform", FigureText.count(uniform.count()));
            case KeyDistribution.Zipf zipf ->
                text("canvas.keys-zipf", FigureText.count(zipf.count()), FigureText.number(zipf.exponent()));
            case KeyDistribution.FromFile from -> text("canvas.keys-of", from.file());
            case KeyDistribution.Hot hot -> text("canvas.hot-key", FigureText.percent(hot.share()));
        };
    }

    @Override
    public String arrived() {
        return text("canvas.sent");
    }
}
