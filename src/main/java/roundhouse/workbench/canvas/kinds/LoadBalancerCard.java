package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import java.util.Locale;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** How a load balancer picks, and what passes through it. */
final class LoadBalancerCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        LoadBalancer balancer = LoadBalancer.SETTINGS.cast(node);
        return "L" + balancer.layer() + " · "
                + balancer.balancing()
                        .algorithm()
                        .title()
                        .toLowerCase(Locale.ROOT)
                        .replace("ip ", "IP ");
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return KindCard.latency(frame, index);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        String rate = FigureText.rate(Math.rint(frame.rate[index])) + " · ";
        String hanging = frame.hanging[index] == 0
                ? ""
                : " · " + text("canvas.so-many-hanging", FigureText.count(frame.hanging[index]));
        String limited = GuardText.of(node, frame);
        if (!limited.isEmpty()) {
            return limited;
        }
        if (LoadBalancer.SETTINGS.cast(node).queue() != null) {
            return text("canvas.queue", rate, FigureText.count(frame.queue[index]), hanging);
        }
        if (frame.data.caches[index]) {
            return rate + CacheFiguresText.hits(frame, index);
        }
        String zone = node.zone();
        return zone != null && frame.keptInZone[index] >= 0
                ? text("canvas.stays-in", rate, FigureText.percent(frame.keptInZone[index]), zone, hanging)
                : text("canvas.in-flight", rate, FigureText.count(frame.inFlight[index]), hanging);
    }

    @Override
    public String arrived() {
        return text("canvas.handled");
    }
}
