package roundhouse.lessons.running;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.figures.Measure;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.goals.TaskGoal;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.Mark;
import roundhouse.lessons.steps.Option;
import roundhouse.lessons.steps.Passage;
import roundhouse.lessons.steps.Question;
import roundhouse.simulation.observing.expecting.Verdict;
import roundhouse.simulation.transcript.MeasuredText;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Units.Parsed;

/**
 * The figures of a lesson's runs. A run is run once, with all that any step wants to know of it; takes as long as that, so not on a thread
 * that draws.
 */
public final class Figures {
    private final Lesson lesson;
    /** The runs that were done for tasks, by their steps. */
    private final Map<String, LessonRun> done = new TreeMap<>();

    private final Map<LessonRun, LessonRun.Outcome> outcomes = new LinkedHashMap<>();
    private final List<Expectation> everything = new ArrayList<>();

    /** Something measured, or the reason why not. */
    record Reading(OptionalDouble value, String text) {}

    public Figures(Lesson lesson) {
        this.lesson = lesson;
        lesson.steps().forEach(this::collect);
    }

    private void collect(LessonStep step) {
        add(step.frame().text());
        switch (step) {
            case LessonStep.Predict predict -> {
                predict.answer()
                        .marks()
                        .forEach(mark -> everything.add(mark.figure().watched()));
                if (predict.answer() instanceof Question.Choice(List<Option> choices)) {
                    choices.forEach(choice -> {
                        choice.when().forEach(this::add);
                        add(choice.says());
                    });
                }
            }
            case LessonStep.Do task ->
                task.goals().forEach(goal -> {
                    if (goal instanceof TaskGoal.True(Claim claim)) {
                        add(claim);
                    }
                });
            case LessonStep.Check check -> check.expect().forEach(this::add);
            case LessonStep.Text _, LessonStep.See _ -> {}
        }
    }

    private void add(Passage passage) {
        passage.measures().forEach(measure -> everything.add(measure.watched()));
    }

    private void add(Claim claim) {
        everything.addAll(claim.watched());
        claim.measures().forEach(measure -> everything.add(measure.watched()));
    }

    /** The run of a task from now on. */
    public void did(String step, LessonRun run) {
        done.put(step, run);
    }

    /** The run that a step is about: what was done for a task, or the lesson's own; null where a task was not done yet. */
    public @Nullable LessonRun run(int step) {
        if (lesson.steps().get(step) instanceof LessonStep.Do task) {
            return done.get(task.id());
        }
        return lesson.setsUp(step) ? LessonRun.of(lesson.system(step)) : run(step - 1);
    }

    LessonRun.Outcome outcome(LessonRun run) {
        return outcomes.computeIfAbsent(run, it -> it.outcome(those(it)));
    }

    /** What can be watched in a run: of nodes that it has. */
    private List<Expectation> those(LessonRun run) {
        Topology document = run.document();
        return everything.stream()
                .filter(expectation -> Validation.problems(document.withExpect(List.of(expectation)))
                        .isEmpty())
                .toList();
    }

    Verdict verdict(Expectation expectation, LessonRun run) {
        Verdict verdict = outcome(run).verdicts().get(expectation);
        return verdict == null ? new Verdict.Unknown(expectation, "it is about something that is not there") : verdict;
    }

    Reading reading(Measure measure, @Nullable LessonRun now) {
        String step = measure.step();
        LessonRun run = step == null ? now : run(lesson.indexOf(step).orElse(0));
        if (run == null) {
            return new Reading(OptionalDouble.empty(), "(not run yet)");
        }
        return switch (verdict(measure.watched(), run)) {
            case Verdict.Met(Expectation _, double measured, String _) -> read(measure, measured);
            case Verdict.Missed(Expectation _, double measured, String _) -> read(measure, measured);
            case Verdict.Unknown(Expectation _, String reason) ->
                new Reading(OptionalDouble.empty(), "(not known: " + reason + ")");
        };
    }

    private static Reading read(Measure measure, double measured) {
        return Double.isInfinite(measured)
                ? new Reading(OptionalDouble.empty(), "(it did not happen)")
                : new Reading(OptionalDouble.of(measured), shown(measure.unit(), measured));
    }

    /** A figure for people: three digits and its unit. */
    public static String shown(Amount unit, double value) {
        boolean whole = unit instanceof Amount.Count && value == Math.rint(value);
        double rounded = whole || value == 0
                ? value
                : new BigDecimal(value).round(new MathContext(3)).doubleValue();
        return MeasuredText.of(unit, rounded);
    }

    Reading reading(Mark mark, int step) {
        return reading(mark.figure(), run(mark, step));
    }

    private LessonRun run(Mark mark, int step) {
        Topology system = lesson.system(step);
        return mark.change().isEmpty()
                ? LessonRun.of(system)
                : LessonRun.of(((Parsed.Value<Topology>) Change.all(mark.change(), system)).value());
    }

    /** Whether a claim is true of a run, and what was measured. */
    Judged.Part judge(Claim claim, LessonRun run) {
        return switch (claim) {
            case Claim.Expected(Expectation expectation) -> {
                Verdict verdict = verdict(expectation, run);
                yield new Judged.Part(claim.text(), verdict instanceof Verdict.Met, verdict.finding(), Double.NaN);
            }
            case Claim.Compared compared -> {
                Reading left = reading(compared.left(), run);
                Reading right = reading(compared.right(), run);
                boolean met = left.value().isPresent()
                        && right.value().isPresent()
                        && compared.comparison()
                                .holds(
                                        left.value().getAsDouble(),
                                        compared.times() * right.value().getAsDouble());
                yield new Judged.Part(
                        claim.text(),
                        met,
                        left.text() + " and " + right.text(),
                        left.value().orElse(Double.NaN));
            }
        };
    }

    /** A text of a step with its figures in it. */
    public String told(Passage passage, int step) {
        LessonRun run = passage.measures().isEmpty() ? null : run(step);
        StringBuilder told = new StringBuilder();
        for (Passage.Piece piece : passage.pieces()) {
            switch (piece) {
                case Passage.Piece.Words(String words) -> told.append(words);
                case Passage.Piece.Figured(Measure measure) ->
                    told.append(reading(measure, run).text());
            }
        }
        return told.toString();
    }
}
