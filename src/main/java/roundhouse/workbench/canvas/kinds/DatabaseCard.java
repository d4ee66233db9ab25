package roundhouse.workbench.canvas.kinds;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** How much a database can do at once, what it does now, and what its own cache spares it. */
final class DatabaseCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Database database = Database.SETTINGS.cast(node);
        String cores = database.cores() == 1 ? "1 core" : FigureText.count(database.cores()) + " cores";
        return cores + " · read " + FigureText.duration(database.read().mean().toNanos());
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return "in flight " + FigureText.count(frame.inFlight[index]) + " · queue "
                + FigureText.count(frame.queue[index]);
    }

    @Override
    public String second(Node node, Frame frame, int index) {
        String standing = MemberText.standing(node, frame);
        if (!standing.isEmpty()) {
            return standing;
        }
        String rate = FigureText.rate(Math.rint(frame.rate[index]));
        return frame.data.caches[index] ? rate + " · " + CacheFiguresText.hits(frame, index) : rate;
    }
}
