package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.nodes.Server;
import roundhouse.topology.nodes.ServerGroup;

/** What twice the load needs, of larger servers and of more of them. */
final class GrowthQuestion implements ChecklistQuestion {
    /** More than the largest instances that are for hire have. */
    private static final int LARGEST_CORES = 192;

    @Override
    public List<Advice> ask(Examined examined) {
        List<Advice> advice = new ArrayList<>();
        for (Node node : examined.topology().nodes()) {
            if (node instanceof Server server && Double.isFinite(server.capacity()) && load(server, examined) > 0) {
                advice.add(advice(server, examined));
            } else if (node instanceof ServerGroup group
                    && Double.isFinite(group.capacity())
                    && load(group, examined) > 0) {
                advice.add(advice(group, examined));
            }
        }
        return advice.isEmpty()
                ? List.of(Advice.note(
                        ChecklistItem.UP_OR_OUT, "", "what servers are asked for is not known before it runs", ""))
                : advice;
    }

    /** In cores that are busy, of one of those that it stands for. */
    private static double load(Node server, Examined examined) {
        double offered = examined.peak(server) / server.capacity();
        return Neighbours.cores(server)
                * Math.max(offered, examined.busy(server).orElse(0));
    }

    private static Advice advice(ServerGroup group, Examined examined) {
        int cores = group.server().cores();
        int out = Math.max(group.count(), (int)
                Math.ceil(2 * load(group, examined) / BottleneckQuestion.AIM * group.count() / cores));
        int most = Neighbours.most(group);
        String text = "twice the load at 70 % busy needs " + ShownFigures.servers(out) + " of " + cores(cores) + " out";
        String now = ShownFigures.servers(group.count()) + " of " + cores(cores) + " now"
                + (most > group.count() ? ", at most " + most : "");
        return group.scaling() != null && out > most
                ? Advice.note(ChecklistItem.UP_OR_OUT, group.id(), text + ", and it grows to " + most + " only", now)
                : Advice.good(
                        ChecklistItem.UP_OR_OUT,
                        group.id(),
                        text + (group.scaling() != null ? ", which it grows to by itself" : ""),
                        now);
    }

    private static Advice advice(Server server, Examined examined) {
        double twice = 2 * load(server, examined) / BottleneckQuestion.AIM;
        int up = Math.max(server.cores(), (int) Math.ceil(twice));
        int out = Math.max(server.count(), (int) Math.ceil(twice * server.count() / server.cores()));
        boolean spread = Neighbours.isSpread(server, examined.topology());
        String text = "twice the load at 70 % busy needs " + up + " cores up"
                + (spread ? ", or " + ShownFigures.servers(out) + " of " + cores(server.cores()) + " out" : "")
                + (server.count() > 1 ? " each" : "");
        String now = ShownFigures.servers(server.count()) + " of " + cores(server.cores()) + " now";
        if (!spread && Neighbours.isFirst(server, examined.topology())) {
            return Advice.note(
                            ChecklistItem.UP_OR_OUT,
                            server.id(),
                            text
                                    + "; it can only grow up, for clients send to it themselves, and it is gone while it restarts",
                            now)
                    .mendedBy(Additions.balanced(server, examined.topology()));
        }
        return up > LARGEST_CORES && !spread
                ? Advice.warning(
                        ChecklistItem.UP_OR_OUT, server.id(), text + "; hardly any server is as large as that", now)
                : Advice.good(ChecklistItem.UP_OR_OUT, server.id(), text, now);
    }

    private static String cores(int cores) {
        return cores == 1 ? "1 core" : cores + " cores";
    }
}
