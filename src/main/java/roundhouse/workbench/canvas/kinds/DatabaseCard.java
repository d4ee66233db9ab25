package roundhouse.workbench.canvas.kinds;

import static roundhouse.workbench.texts.Texts.text;

import roundhouse.simulation.observing.Frame;
import roundhouse.topology.nodes.Database;
import roundhouse.topology.nodes.Node;
import roundhouse.workbench.FigureText;

/** How much a database can do at once, what it does now, and what its own cache spares it. */
final class DatabaseCard implements KindCard {
    @Override
    public String subtitle(Node node, int leastWeight, int mostWeight) {
        Database database = Database.SETTINGS.cast(node);
        String cores = database.cores() == 1 ? "1 core" : text("canvas.cores", FigureText.count(database.cores()));
        return text(
                "canvas.read", cores, FigureText.duration(database.read().mean().toNanos()));
    }

    @Override
    public String first(Node node, Frame frame, int index) {
        return text(
                "canvas.in-flight-queue-2",
                FigureText.count(frame.inFlight[index]),
                FigureText.count(frame.queue[index]));
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
