package roundhouse.analysis.sweeping;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import roundhouse.kernel.Mix;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.prices.PriceCatalogue;

/**
 * Which runs there are: every combination of the values, the last setting varied fastest, each under several seeds. A run is known by its
 * number, from which its settings and seed follow, so a plan needs no memory for its runs.
 *
 * @param start the design that is varied
 * @param seeds runs of each combination, under the design's seed and those after it; 1 or more
 * @param length how long each run lasts
 */
public record SweepPlan(Topology start, List<Variable> variables, int seeds, Duration length) {
    /** No plan has more runs. */
    public static final long MOST_RUNS = 10_000_000;

    public SweepPlan {
        variables = List.copyOf(variables);
    }

    /** Why there can be no such plan, in a line; empty when there can. */
    public Optional<String> refusal() {
        for (int i = 0; i < variables.size(); i++) {
            String path = variables.get(i).path();
            if (variables.subList(0, i).stream().anyMatch(other -> other.path().equals(path))) {
                return Optional.of(path + " is varied twice");
            }
            if (path.equals(TopologySettings.SEED.key())) {
                return Optional.of(
                        "the seed is not varied but counted: each combination runs under as many seeds as asked for");
            }
        }
        double runs = seeds;
        for (Variable variable : variables) {
            runs *= variable.values().size();
        }
        if (runs > MOST_RUNS) {
            return Optional.of(
                    String.format(Locale.ROOT, "these are %,.0f runs; at most %,d are made at once", runs, MOST_RUNS));
        }
        return variables.stream().flatMap(variable -> wrong(variable).stream()).findFirst();
    }

    /** What is wrong with a value whatever the others are: as far as the first of these and the design itself can tell. */
    private Optional<String> wrong(Variable variable) {
        Topology others = start;
        for (Variable other : variables) {
            if (!other.equals(variable)
                    && other.setting().set(others, other.values().getFirst())
                            instanceof Parsed.Value<Topology>(Topology changed)) {
                others = changed;
            }
        }
        for (String value : variable.values()) {
            Parsed<Topology> alone = changed(start, variable.setting(), value);
            if (alone instanceof Parsed.Wrong<Topology>(String reason)
                    && changed(others, variable.setting(), value) instanceof Parsed.Wrong<Topology>) {
                return Optional.of(reason);
            }
        }
        return Optional.empty();
    }

    private static Parsed<Topology> changed(Topology topology, VariedSetting setting, String value) {
        return setting.set(topology, value) instanceof Parsed.Value<Topology>(Topology changed)
                ? valid(changed, setting.path() + "=" + value)
                : setting.set(topology, value);
    }

    private static Parsed<Topology> valid(Topology topology, String what) {
        List<Problem> problems = Validation.problems(topology);
        return problems.isEmpty()
                ? new Parsed.Value<>(topology)
                : new Parsed.Wrong<>(what + ": " + problems.getFirst().message());
    }

    /** Combinations of values. */
    public long points() {
        long points = 1;
        for (Variable variable : variables) {
            points *= variable.values().size();
        }
        return points;
    }

    public long runs() {
        return points() * seeds;
    }

    /** The values of a run, in the order of the variables. */
    public List<String> values(long run) {
        long rest = run / seeds;
        String[] values = new String[variables.size()];
        for (int i = values.length - 1; i >= 0; i--) {
            List<String> of = variables.get(i).values();
            values[i] = of.get((int) (rest % of.size()));
            rest /= of.size();
        }
        return List.of(values);
    }

    /** The seed of a run. */
    public long seed(long run) {
        return start.seed() + run % seeds;
    }

    /** The design of a run with its seed, or why these values cannot be together. */
    public Parsed<Topology> design(long run) {
        List<String> values = values(run);
        Topology design = start;
        List<String> said = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            Variable variable = variables.get(i);
            said.add(variable.path() + "=" + values.get(i));
            switch (variable.setting().set(design, values.get(i))) {
                case Parsed.Value<Topology>(Topology changed) -> design = changed;
                case Parsed.Wrong<Topology> wrong -> {
                    return wrong;
                }
            }
        }
        return valid(design.withSeed(seed(run)), String.join(" ", said));
    }

    /** A 64-bit digest of all that settles the rows: the design, the prices, what is varied, the seeds and the length. */
    public long digest() {
        long digest = Mix.text(seeds, TopologyFile.format(start));
        for (Map.Entry<String, PriceCatalogue.Item> price :
                PriceCatalogue.inUse().items().entrySet()) {
            digest = Mix.text(digest, price.getKey() + "=" + price.getValue().price());
        }
        digest = Mix.text(digest, length.toString());
        for (Variable variable : variables) {
            digest = Mix.text(digest, variable.path() + "=" + String.join(",", variable.values()));
        }
        return digest;
    }

    /** What is varied, in a line: {@code s1.cores (3 values), lb.algorithm (2 values)}. */
    public String summary() {
        return String.join(
                ", ",
                variables.stream()
                        .map(variable -> variable.path() + " ("
                                + (variable.values().size() == 1
                                        ? Json.quoted(variable.values().getFirst())
                                        : variable.values().size() + " values")
                                + ")")
                        .toList());
    }
}
