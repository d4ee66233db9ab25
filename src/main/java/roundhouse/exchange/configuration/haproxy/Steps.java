package roundhouse.exchange.configuration.haproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import roundhouse.topology.nodes.parts.Rule;

/**
 * The {@code use_backend} lines of a frontend, in their order, as rules of which the first that matches wins. Rules have no "not": what a
 * line excludes becomes rules before it, which do with the excluded what the lines below it do.
 */
final class Steps {
    private static final int MOST = 256;

    /**
     * @param line where it stands
     * @param backend where requests go that meet it
     * @param ways any of which meets it
     */
    private record Step(HaproxyLine line, String backend, List<HaproxyConditions.Way> ways) {}

    private final List<Step> steps = new ArrayList<>();

    void add(HaproxyLine line, String backend, List<HaproxyConditions.Way> ways) {
        steps.add(new Step(line, backend, ways));
    }

    /** What becomes of lines. */
    interface Told {
        void understood(HaproxyLine line);

        void missed(HaproxyLine line, String why);
    }

    /** @param others the backend of requests that meet none */
    List<Rule> rules(String others, Told told) {
        List<Rule> rules = List.of();
        List<HaproxyLine> failed = new ArrayList<>();
        for (int i = steps.size() - 1; i >= 0; i--) {
            Step step = steps.get(i);
            try {
                rules = before(step, rules, others);
            } catch (HaproxyConditions.NotSaidException e) {
                failed.add(step.line());
                told.missed(step.line(), e.why());
            }
        }
        steps.stream()
                .map(Step::line)
                .distinct()
                .filter(line -> !failed.contains(line))
                .forEach(told::understood);
        return rules;
    }

    private static List<Rule> before(Step step, List<Rule> below, String others)
            throws HaproxyConditions.NotSaidException {
        List<Rule> rules = new ArrayList<>(below);
        for (HaproxyConditions.Way way : step.ways().reversed()) {
            List<Rule> meet = RuleOf.conditions(way.all(), step.backend());
            List<Rule> further = List.copyOf(rules);
            rules.addAll(0, meet);
            for (List<HaproxyCondition> not : way.none()) {
                rules.addAll(0, excluded(meet, not, further, others));
            }
        }
        if (rules.size() > MOST) {
            throw new HaproxyConditions.NotSaidException("it stands for more than " + MOST + " rules");
        }
        return rules;
    }

    /** What happens to requests that would meet a line but for one of those conditions. */
    private static List<Rule> excluded(List<Rule> meet, List<HaproxyCondition> not, List<Rule> below, String others)
            throws HaproxyConditions.NotSaidException {
        if (others.isEmpty()) {
            throw new HaproxyConditions.NotSaidException("a rule has no \"not\", and there is no default_backend");
        }
        List<Rule> rules = new ArrayList<>();
        for (HaproxyCondition condition : not) {
            for (Rule out : RuleOf.conditions(List.of(condition), others)) {
                for (Rule in : meet) {
                    Optional<Rule> both = RuleOf.both(in, out, others);
                    if (both.isPresent()) {
                        for (Rule next : below) {
                            RuleOf.both(both.get(), next, next.pool()).ifPresent(rules::add);
                        }
                        rules.add(both.get());
                    }
                }
            }
        }
        return rules;
    }
}
