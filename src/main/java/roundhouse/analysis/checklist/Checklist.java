package roundhouse.analysis.checklist;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.simulation.observing.Report;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Node;

/** Asks a design the questions of the checklist. */
public final class Checklist {
    private static final List<ChecklistQuestion> QUESTIONS = List.of(
            new BottleneckQuestion(),
            new ConnectionsQuestion(),
            new BandwidthQuestion(),
            new StorageQuestion(),
            new GrowthQuestion(),
            new BalancerQuestion(),
            new CacheQuestion(),
            new StateQuestion(),
            new HashingQuestion(),
            new ConsistencyQuestion(),
            new MeasurementQuestion());

    private Checklist() {}

    /**
     * The answers in the order of the questions, those of a question with what matters most first. What is lost when a node goes takes
     * running it, see {@link LossTrials}.
     *
     * @param report of a run of that design; null where it has not run
     */
    public static List<Advice> of(Topology topology, @Nullable Report report) {
        Examined examined = new Examined(topology, report);
        List<Advice> advice = new ArrayList<>();
        QUESTIONS.forEach(question -> advice.addAll(question.ask(examined)));
        advice.add(untried(topology));
        return inOrder(advice);
    }

    /** The answers with those of trials in the place of what could be said without any. */
    public static List<Advice> with(List<Advice> answers, List<Advice> trials) {
        List<Advice> all = new ArrayList<>(answers);
        if (!trials.isEmpty()) {
            all.removeIf(advice -> advice.item() == ChecklistItem.SINGLE_POINTS);
            all.addAll(trials);
        }
        return inOrder(all);
    }

    private static List<Advice> inOrder(List<Advice> advice) {
        return advice.stream()
                .sorted(Comparator.comparing(Advice::item).thenComparing(Advice::severity))
                .toList();
    }

    private static Advice untried(Topology topology) {
        List<String> alone =
                LossTrials.candidates(topology).stream().map(Node::id).toList();
        return alone.isEmpty()
                ? Advice.good(ChecklistItem.SINGLE_POINTS, "", "every node that answers is one of several", "")
                : Advice.note(
                        ChecklistItem.SINGLE_POINTS,
                        "",
                        "there is one each of " + String.join(", ", alone)
                                + "; what is lost with each shows when it is crashed in a run",
                        alone.size() == 1 ? "1 node" : alone.size() + " nodes");
    }
}
