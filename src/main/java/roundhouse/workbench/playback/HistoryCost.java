package roundhouse.workbench.playback;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.FigureText;
import roundhouse.workbench.playback.history.Future;
import roundhouse.workbench.texts.Texts;

/** What it costs to be able to go back: topologies and commands, for everything else is replayed. */
public final class HistoryCost {
    /** A time, a place in the event stream and a reference. */
    private static final long ENTRY = 40;

    private HistoryCost() {}

    /** {@code 3 commands in 2 futures, 4.1 kB. Any moment is replayed from them; the last time that took 84 ms.} */
    public static String text(Playback playback) {
        List<Future> futures = new ArrayList<>(playback.keptProperty().get());
        futures.add(playback.activeProperty().get());
        int commands =
                futures.stream().mapToInt(future -> future.commands().size()).sum();
        String took = playback.seekTookNanos() == 0
                ? "."
                : Texts.text("playback.the-last-time-that-took", FigureText.duration(playback.seekTookNanos()));
        return Texts.text(
                "playback.the-history-in-kb-any",
                plural(commands, "command"),
                plural(futures.size(), "future"),
                FigureText.number(bytes(futures) / 1e3),
                took);
    }

    /** The text of every topology once, and each command. */
    public static long bytes(List<Future> futures) {
        Set<Topology> topologies = new HashSet<>();
        long bytes = 0;
        for (Future future : futures) {
            topologies.add(future.start());
            for (Run.Entry entry : future.commands()) {
                bytes += ENTRY;
                if (entry.command() instanceof Command.Revise(Topology revised)) {
                    topologies.add(revised);
                }
            }
        }
        return bytes
                + topologies.stream()
                        .mapToLong(topology -> TopologyFile.format(topology).length())
                        .sum();
    }

    private static String plural(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
