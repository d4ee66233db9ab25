package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import roundhouse.analysis.sizing.Goals;
import roundhouse.analysis.sizing.SizeSearch;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.workbench.FigureText;

/**
 * What is looked for: the cheapest of some designs that meets goals.
 *
 * @param plan of a single seed; which designs there are
 */
record SizeOrder(SweepPlan plan, Goals goals) {
    /** Between settings: a space before the next name. */
    private static final Pattern BETWEEN = Pattern.compile("\\s+(?=[^\\s=,]+=)");

    private static final Pattern COMMA = Pattern.compile(",");

    /**
     * Reads what a person wrote. The reason why not is one line.
     *
     * @param goals with commas between them: {@code p99 < 200ms, failed < 0.1%}; nothing for those of the design
     * @param varied with spaces between them: {@code web.count=1..50 web.cores=2,4,8}
     */
    static Parsed<SizeOrder> parse(Topology design, String goals, String varied) {
        List<Variable> variables = new ArrayList<>();
        for (String setting : BETWEEN.splitAsStream(varied.strip()).toList()) {
            switch (Variable.parse(setting)) {
                case Parsed.Value<Variable>(Variable variable) -> variables.add(variable);
                case Parsed.Wrong<Variable>(String reason) -> {
                    return new Parsed.Wrong<>(reason);
                }
            }
        }
        SweepPlan plan = new SweepPlan(design, variables, 1, design.duration());
        Optional<String> refusal = plan.refusal();
        if (refusal.isPresent()) {
            return new Parsed.Wrong<>(refusal.get());
        }
        if (plan.points() > SizeSearch.MOST_DESIGNS) {
            return new Parsed.Wrong<>(text(
                    "sweeping.too-many-designs",
                    FigureText.count(plan.points()),
                    FigureText.count(SizeSearch.MOST_DESIGNS)));
        }
        List<String> wanted = COMMA.splitAsStream(goals)
                .map(String::strip)
                .filter(goal -> !goal.isEmpty())
                .toList();
        return Parsed.map(Goals.parse(wanted, design), all -> new SizeOrder(plan, all));
    }
}
