package roundhouse.workbench.ring.run;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.workbench.document.Document;
import roundhouse.workbench.ring.model.RingModel;

/**
 * Requests follow a drag while it is under way: the run is given what is previewed as a command, at most with every third of its
 * pictures, which is 20 times a second. So none is given while the run stands still. The document gets one edit, at the end; taken
 * back, the run gets what it had.
 */
public final class RunPreviews {
    private static final int EVERY = 3;

    private final Document document;
    private final RingModel model;
    private final Consumer<Command> run;
    private int pictures;
    /** What the run was given last in this drag; null when nothing. */
    private @Nullable Given given;

    /**
     * @param document what the document has
     * @param before what the run had before the drag
     */
    private record Given(String balancer, Balancing document, Balancing before, Balancing now) {}

    public RunPreviews(Document document, RingModel model, Consumer<Command> run) {
        this.document = document;
        this.model = model;
        this.run = run;
        model.onChange(this::changed);
    }

    /** The run has shown another picture. */
    public void picture() {
        pictures++;
        if (pictures >= EVERY && model.previewing() && model.source() instanceof BalancerSource source) {
            Balancing said = BalancerSource.balancing(document.topology(), source.balancer());
            if (said != null) {
                give(new Given(
                        source.balancer(),
                        said,
                        said.placed(model.settled().settings()),
                        said.placed(model.state().settings())));
            }
        }
    }

    private void give(Given next) {
        if (given == null || !given.now.equals(next.now)) {
            pictures = 0;
            given = next;
            run.accept(new Command.SetAlgorithm(next.balancer, next.now));
        }
    }

    private void changed() {
        Given last = given;
        if (last != null && !model.previewing()) {
            given = null;
            boolean back = last.document.equals(BalancerSource.balancing(document.topology(), last.balancer));
            if (back && !last.now.equals(last.before)) {
                run.accept(new Command.SetAlgorithm(last.balancer, last.before));
            }
        }
    }
}
