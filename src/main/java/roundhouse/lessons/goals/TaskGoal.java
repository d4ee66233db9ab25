package roundhouse.lessons.goals;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import roundhouse.lessons.figures.Claim;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.declarations.TimedCommandItem;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.json.Json;

/** Something that is to be done in a run, or to be true of it; a line of a lesson, read by {@link GoalParser}. */
public sealed interface TaskGoal {
    /** As lessons have it. */
    String text();

    /** The nodes and stores that it names and that must be there. */
    Set<String> nodes();

    /**
     * Was done to the running system: {@code crash web-2}, {@code slow s1 factor=4}, {@code cut lb s1}.
     *
     * @param fields what the command must say, as files have it
     */
    record Done(String text, Map<String, Json> fields, Set<String> nodes) implements TaskGoal {
        /** What a command says, as files have it. */
        static Map<String, Json> said(Command command) {
            return new TimedCommandItem().json(new TimedCommand(Duration.ZERO, command)) instanceof Json.Obj object
                    ? object.fields()
                    : Map.of();
        }

        /** Whether a command is this, whatever else it says. */
        public boolean isBy(Command command) {
            return !(command instanceof Command.Revise)
                    && said(command).entrySet().containsAll(fields.entrySet());
        }
    }

    /** A setting has this value: {@code set lb.algorithm=least-connections}. */
    record Settled(String text, Change change) implements TaskGoal {
        @Override
        public Set<String> nodes() {
            return Set.of();
        }
    }

    /** There are so many nodes of a kind: {@code count server >= 4}. */
    record Counted(String text, String kind, ComparisonOperator comparison, int number) implements TaskGoal {
        @Override
        public Set<String> nodes() {
            return Set.of();
        }
    }

    /** A link is there: {@code link lb s4}. */
    record Linked(String text, String from, String to) implements TaskGoal {
        @Override
        public Set<String> nodes() {
            return Set.of();
        }
    }

    /** The run got so far: {@code run to 30s}. */
    record Reached(String text, Duration time) implements TaskGoal {
        @Override
        public Set<String> nodes() {
            return Set.of();
        }
    }

    /** It is true of the run: {@code p99 < 200ms}. */
    record True(Claim claim) implements TaskGoal {
        @Override
        public String text() {
            return claim.text();
        }

        @Override
        public Set<String> nodes() {
            return claim.nodes();
        }
    }
}
