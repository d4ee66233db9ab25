package roundhouse.analysis.sizing;

import java.util.ArrayList;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;

/** What a design must come to: expectations as files have them, {@code p99 < 200ms}, {@code failed < 0.1%}. */
public record Goals(List<Expectation> all) {
    public Goals {
        all = List.copyOf(all);
    }

    /** Reads them for that topology; its own expectations where none is given. The reason why not is one line. */
    public static Parsed<Goals> parse(List<String> texts, Topology topology) {
        if (texts.isEmpty()) {
            return topology.expect().isEmpty()
                    ? new Parsed.Wrong<>("a goal is needed, like \"p99 < 200ms\", for the file expects nothing")
                    : new Parsed.Value<>(new Goals(topology.expect()));
        }
        List<Expectation> goals = new ArrayList<>();
        for (String text : texts) {
            switch (Expectation.parse(text)) {
                case Parsed.Value<Expectation>(Expectation goal) -> goals.add(goal);
                case Parsed.Wrong<Expectation>(String reason) -> {
                    return new Parsed.Wrong<>(reason);
                }
            }
        }
        List<Problem> problems = Validation.problems(topology.withExpect(goals));
        return problems.isEmpty()
                ? new Parsed.Value<>(new Goals(goals))
                : new Parsed.Wrong<>(problems.getFirst().message());
    }
}
