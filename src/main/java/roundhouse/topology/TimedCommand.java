package roundhouse.topology;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import roundhouse.topology.nodes.Node;

/** A command of the scenario and when it comes, counted from the start of the run. */
public record TimedCommand(Duration at, Command command) {
    /** The same at the same time for what is {@linkplain Command#without left} without these nodes. */
    Optional<TimedCommand> without(Set<String> ids) {
        return command.without(ids).map(left -> new TimedCommand(at, left));
    }

    /** The same with the node that it adds, if any, changed so. */
    TimedCommand adding(UnaryOperator<Node> change) {
        return command instanceof Command.Add(Node node, var links)
                ? new TimedCommand(at, new Command.Add(change.apply(node), links))
                : this;
    }
}
