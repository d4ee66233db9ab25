package roundhouse.workbench.canvas.painting;

import java.util.Comparator;
import java.util.Locale;
import roundhouse.simulation.components.PairRole;
import roundhouse.simulation.faults.NodeState;
import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Clients;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.parts.Arrivals;
import roundhouse.topology.nodes.parts.KeyDistribution;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.canvas.model.Drawing;

/**
 * What stands on a node's card.
 *
 * @param role of a load balancer, as frames have it
 * @param storm whether it sends a retry storm or is overwhelmed by one
 * @param status beside the mark; empty while all is well
 * @param busy the bar, 0 to 1; negative for none
 */
record CardText(
        String title,
        String subtitle,
        byte condition,
        byte role,
        boolean storm,
        String status,
        double busy,
        String first,
        String second) {

    /**
     * @param drawn the node's index in the drawing
     * @param index its index in the frame, or -1 while the run knows nothing of it
     */
    static CardText of(Drawing drawing, int drawn, Frame frame, int index) {
        Node node = drawing.node(drawn);
        byte condition = index < 0 ? NodeState.UP : frame.condition[index];
        String subtitle = switch (node) {
            case Clients clients -> arrivals(clients);
            case LoadBalancer balancer ->
                "L" + balancer.layer() + " · "
                        + balancer.balancing()
                                .algorithm()
                                .title()
                                .toLowerCase(Locale.ROOT)
                                .replace("ip ", "IP ");
            case Server server -> server(server, drawing.leastWeight(drawn), drawing.mostWeight(drawn));
        };
        double busy = node instanceof Clients ? -1 : index < 0 ? 0 : frame.utilization[index];
        if (index < 0) {
            String second = node instanceof Clients clients ? keys(clients.keys()) : "";
            return new CardText(node.title(), subtitle, condition, PairRole.ALONE, false, "", busy, "", second);
        }
        byte role = frame.role[index];
        if (condition == NodeState.DOWN) {
            return new CardText(
                    node.title(),
                    subtitle,
                    condition,
                    role,
                    frame.storm[index],
                    "down",
                    0,
                    "crashed at " + FigureText.clock(frame.since[index]),
                    crash(frame, index));
        }
        if (condition != NodeState.UP) {
            subtitle = wrong(frame, index) + " since " + FigureText.clock(frame.since[index]);
        }
        return new CardText(
                node.title(),
                subtitle,
                condition,
                role,
                frame.storm[index],
                frame.storm[index] ? "retry storm" : status(condition, role),
                busy,
                first(node, frame, index),
                second(node, frame, index));
    }

    private static String crash(Frame frame, int index) {
        if (frame.sessionsLost[index] > 0) {
            return FigureText.count(frame.sessionsLost[index]) + " sessions lost";
        }
        return switch (frame.crash[index]) {
            case null -> "";
            case REFUSE -> FigureText.count(frame.bad[index]) + " did not succeed";
            case BLACK_HOLE -> "does not answer";
            case AFTER_ACCEPT -> "accepts, never answers";
        };
    }

    private static String status(byte condition, byte role) {
        return switch (condition) {
            case NodeState.SLOW -> "slow";
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY -> "errors";
            default -> role == PairRole.ACTIVE ? "active" : role == PairRole.STANDBY ? "standby" : "";
        };
    }

    private static String wrong(Frame frame, int index) {
        return switch (frame.condition[index]) {
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY -> Math.round(100 * frame.errorRate[index]) + " % fail";
            default -> "×" + FigureText.number(Math.rint(100 * frame.slowFactor[index]) / 100);
        };
    }

    private static String first(Node node, Frame frame, int index) {
        return switch (node) {
            case Clients _ ->
                "sent " + FigureText.count(frame.arrived[index]) + " · ok "
                        + okShare(frame.ok[index], frame.bad[index], frame.timedOut[index]);
            case LoadBalancer _ -> latency(frame, index);
            case Server _ ->
                "in flight " + FigureText.count(frame.inFlight[index]) + " · queue "
                        + FigureText.count(frame.queue[index]);
        };
    }

    private static String second(Node node, Frame frame, int index) {
        return switch (node) {
            case Clients _ -> latency(frame, index);
            case LoadBalancer _ ->
                FigureText.rate(Math.rint(frame.rate[index])) + " · " + FigureText.count(frame.inFlight[index])
                        + " in flight";
            case Server server
            when server.state() != null && server.state().store() == null ->
                FigureText.count(frame.sessions[index]) + " sessions"
                        + (frame.sessionsLost[index] == 0
                                ? ""
                                : " · " + FigureText.count(frame.sessionsLost[index]) + " lost");
            case Server _ ->
                frame.share[index] > 0
                        ? FigureText.percent(frame.share[index]) + " of traffic"
                        : FigureText.rate(Math.rint(frame.rate[index]));
        };
    }

    private static String okShare(long ok, long bad, long timedOut) {
        long ended = ok + bad + timedOut;
        return ended == 0 ? "–" : ok == ended ? "100 %" : FigureText.percent(Math.floor(1000.0 * ok / ended) / 1000);
    }

    private static String latency(Frame frame, int index) {
        return frame.p50[index] == 0 && frame.p99[index] == 0
                ? frame.ok[index] == 0 ? "no successful reply yet" : "no successful reply for 1 s"
                : FigureText.duration(frame.p50[index]) + " p50 · " + FigureText.duration(frame.p99[index]) + " p99";
    }

    private static String server(Server server, int leastWeight, int mostWeight) {
        String cores = server.cores() == 1 ? "1 core" : FigureText.count(server.cores()) + " cores";
        if (mostWeight < 0) {
            return cores;
        }
        return leastWeight == mostWeight
                ? cores + " · weight " + mostWeight
                : cores + " · weights " + leastWeight + "–" + mostWeight;
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
            case Arrivals.Closed _ -> FigureText.count(clients.users()) + " users · closed loop";
        };
    }

    private static String keys(KeyDistribution keys) {
        return switch (keys) {
            case KeyDistribution.Uniform uniform -> FigureText.count(uniform.count()) + " keys, uniform";
            case KeyDistribution.Zipf zipf ->
                FigureText.count(zipf.count()) + " keys · Zipf " + FigureText.number(zipf.exponent());
            case KeyDistribution.Hot hot -> "hot key " + FigureText.percent(hot.share());
        };
    }

    /** The whole card in words, for a screen reader. */
    String spoken() {
        String state = switch (condition) {
            case NodeState.DOWN -> "down";
            case NodeState.SLOW -> "slow";
            case NodeState.PAUSED -> "paused";
            case NodeState.FAULTY -> "answering with errors";
            default -> role == PairRole.ACTIVE ? "active" : role == PairRole.STANDBY ? "standby" : "up";
        };
        StringBuilder text =
                new StringBuilder(title).append(", ").append(state).append(", ").append(subtitle);
        if (busy >= 0) {
            text.append(", ").append(Math.round(busy * 100)).append(" % busy");
        }
        if (storm) {
            text.append(", in a retry storm");
        }
        if (!first.isEmpty()) {
            text.append(", ").append(first);
        }
        if (!second.isEmpty()) {
            text.append(", ").append(second);
        }
        return text.toString();
    }
}
