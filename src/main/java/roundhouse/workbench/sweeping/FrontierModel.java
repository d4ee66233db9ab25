package roundhouse.workbench.sweeping;

import static roundhouse.workbench.texts.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import roundhouse.analysis.sizing.Size;
import roundhouse.analysis.sizing.Trial;
import roundhouse.analysis.sizing.TrialRun;
import roundhouse.analysis.sweeping.SweepPlan;
import roundhouse.analysis.sweeping.Variable;
import roundhouse.topology.Topology;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.ComparisonOperator;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.expectations.Figure;
import roundhouse.topology.expectations.Statistic;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.prices.MoneyText;
import roundhouse.topology.prices.PriceCatalogue;
import roundhouse.workbench.FigureText;

/** The designs that were tried so far as a chart of cost against the 99th percentile. Needs no screen. */
record FrontierModel(SizeOrder order, Size size, boolean isDone) {
    /**
     * A design that was tried and answered something.
     *
     * @param run its number in the plan
     * @param name its values, as short as they can be
     * @param cost an hour, or cores
     * @param frontier whether no other is both cheaper and faster
     * @param cheapest whether it is the one that was looked for
     */
    record Point(
            long run,
            String name,
            String setting,
            double cost,
            double p99Nanos,
            boolean met,
            boolean sure,
            boolean frontier,
            boolean cheapest,
            String told) {}

    /** What costs are in: {@code USD/h}, or {@code cores} where nothing has a price. */
    String unit() {
        return size.priced() ? text("sweeping.cost-unit", PriceCatalogue.inUse().currency()) : text("sweeping.cores");
    }

    String costText(double cost) {
        return text("sweeping.cost", MoneyText.amount(cost), unit());
    }

    /** The cheapest first. */
    List<Point> points() {
        List<Trial> frontier = size.frontier();
        List<Point> points = new ArrayList<>();
        for (Trial trial : size.tried()) {
            if (!Double.isNaN(p99(trial))) {
                points.add(point(trial, frontier.contains(trial)));
            }
        }
        points.sort((one, other) -> one.cost() == other.cost()
                ? Double.compare(one.p99Nanos(), other.p99Nanos())
                : Double.compare(one.cost(), other.cost()));
        return points;
    }

    private Point point(Trial trial, boolean frontier) {
        boolean cheapest = size.cheapest().filter(trial::equals).isPresent();
        String setting = setting(trial);
        return new Point(
                run(trial),
                String.join(", ", trial.values()),
                setting,
                trial.cost(),
                p99(trial),
                trial.isMet(),
                trial.isSure(),
                frontier,
                cheapest,
                text(
                        cheapest
                                ? isDone ? "sweeping.told-cheapest" : "sweeping.told-cheapest-so-far"
                                : "sweeping.told",
                        setting,
                        figures(trial),
                        judged(trial)));
    }

    /** The least that an objective of the 99th percentile of all allows, nanoseconds; empty where there is none. */
    OptionalDouble limitNanos() {
        return order.goals().all().stream()
                .filter(Expectation.Bound.class::isInstance)
                .map(Expectation.Bound.class::cast)
                .filter(bound -> bound.figure().equals(new Figure.Latency(Statistic.P99))
                        && bound.node() == null
                        && bound.during() == null
                        && (bound.comparison() == ComparisonOperator.LESS
                                || bound.comparison() == ComparisonOperator.AT_MOST)
                        && bound.amount() instanceof Amount.Time)
                .mapToDouble(bound -> bound.amount().value())
                .min();
    }

    /** What came of it in a sentence or two. */
    String headline() {
        return size.cheapest()
                .map(trial -> text(
                        isDone ? "sweeping.cheapest" : "sweeping.cheapest-so-far",
                        setting(trial),
                        figures(trial),
                        judged(trial)))
                .orElseGet(() -> text(isDone ? "sweeping.none-meets" : "sweeping.none-meets-so-far"));
    }

    /** How it was looked for, and what the chart leaves out. */
    String searched() {
        long left =
                size.tried().stream().filter(trial -> Double.isNaN(p99(trial))).count();
        List<String> clauses = new ArrayList<>();
        clauses.add(text(
                "sweeping.tried",
                FigureText.count(size.tried().size()),
                FigureText.count(size.designs()),
                size.designs(),
                FigureText.count(size.runs())));
        size.along().ifPresent(path -> clauses.add(text("sweeping.tried-along", path)));
        if (!size.priced()) {
            clauses.add(text("sweeping.tried-unpriced"));
        }
        if (left > 0) {
            clauses.add(text("sweeping.tried-unanswered", FigureText.count(left)));
        }
        return text("sweeping.tried-sentence", String.join("; ", clauses));
    }

    /** The design of a point. */
    Optional<Topology> design(Point point) {
        return order.plan().design(point.run()) instanceof Parsed.Value<Topology>(Topology design)
                ? Optional.of(design)
                : Optional.empty();
    }

    private long run(Trial trial) {
        SweepPlan plan = order.plan();
        long run = 0;
        for (int i = 0; i < plan.variables().size(); i++) {
            Variable variable = plan.variables().get(i);
            run = run * variable.values().size()
                    + variable.values().indexOf(trial.values().get(i));
        }
        return run * plan.seeds();
    }

    private String setting(Trial trial) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < size.varied().size(); i++) {
            parts.add(size.varied().get(i) + "=" + trial.values().get(i));
        }
        return String.join(" ", parts);
    }

    private String figures(Trial trial) {
        double p99 = p99(trial);
        return text(
                "sweeping.figures",
                costText(trial.cost()),
                Double.isNaN(p99) ? "–" : FigureText.duration(Math.round(p99)));
    }

    private static String judged(Trial trial) {
        return text("sweeping.judged", trial.isMet() ? 1 : 0, trial.runs().size(), trial.isSure() ? 1 : 0);
    }

    private static double p99(Trial trial) {
        return trial.mean(TrialRun::p99Nanos);
    }
}
