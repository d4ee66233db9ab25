package roundhouse.live;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.RecentRequestsObserver;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.topology.Topology;

/**
 * The picks of live traffic beside those of the simulation: a fresh one is told the same (requests with their keys and addresses, what
 * servers answered and when, what was broken) at the same times, and asked where it sends each request.
 *
 * @param live picks that were made
 * @param equal those of them that the simulation makes, too
 * @param first the first that differs, in words; empty when none does
 */
public record PickComparison(int live, int equal, String first) {
    static PickComparison of(Topology topology, List<Input> inputs, List<PickedServer> picks) {
        Replayed replayed = new Replayed();
        Run run = Run.driven(topology, replayed, new RecentRequestsObserver());
        replayed.run = run;
        for (Input input : inputs) {
            run.runUntil(input.timeNanos());
            input.tell(run);
            run.runUntil(input.timeNanos());
        }
        run.runUntil(picks.isEmpty() ? 0 : picks.getLast().timeNanos());
        return compare(picks, replayed.picks);
    }

    static PickComparison compare(List<PickedServer> picks, List<PickedServer> simulated) {
        int equal = 0;
        String first = "";
        for (int i = 0; i < picks.size(); i++) {
            PickedServer real = picks.get(i);
            PickedServer ours = i < simulated.size() ? simulated.get(i) : null;
            if (ours != null && real.server().equals(ours.server()) && real.request() == ours.request()) {
                equal++;
            } else if (first.isEmpty()) {
                first = "pick " + (i + 1) + " at " + real.timeNanos() / 1e9 + " s, of request "
                        + real.request() + " with key " + real.key() + ": really " + real.server()
                        + ", in the simulation " + (ours == null ? "none" : ours.server());
            }
        }
        return new PickComparison(picks.size(), equal, first);
    }

    /** In a sentence or two. */
    public String text() {
        return "Picks: " + equal + " of " + live + " are those of the simulation that was told the same."
                + (first.isEmpty() ? "" : " The first that differs is " + first + ".");
    }

    /** Where nothing is outside but this list. */
    private static final class Replayed implements Outside {
        private final List<PickedServer> picks = new ArrayList<>();
        private @Nullable Run run;

        @Override
        public void work(OutsideJob job) {
            if (job.check() == null) {
                picks.add(PickedServer.of(run == null ? 0 : run.nowNanos(), job));
            }
        }
    }
}
