package roundhouse.lessons;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import roundhouse.lessons.figures.Claim;
import roundhouse.lessons.figures.Measure;
import roundhouse.lessons.goals.Change;
import roundhouse.lessons.goals.TaskGoal;
import roundhouse.lessons.steps.LessonStep;
import roundhouse.lessons.steps.LookAt;
import roundhouse.lessons.steps.Mark;
import roundhouse.lessons.steps.Option;
import roundhouse.lessons.steps.Question;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.expectations.Amount;
import roundhouse.topology.expectations.Expectation;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Members;
import roundhouse.topology.settings.Checks;

/** What a lesson's parts must be together: nodes that are there, changes that can be made, steps that come before. */
public final class LessonChecks {
    private final Lesson lesson;
    private final Problems problems = new Problems();

    private LessonChecks(Lesson lesson) {
        this.lesson = lesson;
    }

    /** What is wrong; empty where nothing is. */
    public static List<Problem> problems(Lesson lesson) {
        LessonChecks checks = new LessonChecks(lesson);
        LessonSettings.SETTINGS.check(lesson, new Checks("", "the lesson", checks.problems));
        if (checks.problems.isEmpty()) {
            checks.steps();
        }
        return checks.problems.inOrder();
    }

    private void steps() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lesson.steps().size(); i++) {
            LessonStep step = lesson.steps().get(i);
            String at = "/steps/" + i;
            if (!ids.add(step.id())) {
                problems.add(
                        at + "/id", "there is a step " + Json.quoted(step.id()) + " already; each id is of one step");
            }
            switch (lesson.systemOrReason(i)) {
                case Parsed.Wrong<Topology>(String reason) -> problems.add(at + "/change", reason);
                case Parsed.Value<Topology>(Topology system) -> step(step, i, at, system);
            }
        }
    }

    private void step(LessonStep step, int index, String at, Topology system) {
        List<Problem> wrong = Validation.problems(system);
        if (!wrong.isEmpty()) {
            problems.add(
                    at + "/change", "with these changes " + wrong.getFirst().message());
            return;
        }
        step.frame().text().measures().forEach(measure -> measure(measure, at + "/text", index, system));
        for (int i = 0; i < step.frame().look().size(); i++) {
            look(step.frame().look().get(i), at + "/look/" + i, system);
        }
        switch (step) {
            case LessonStep.Predict predict -> question(predict.answer(), index, at + "/answer", system);
            case LessonStep.Do task -> goals(task, index, at + "/goals/", system);
            case LessonStep.Check check -> claims(check.expect(), index, at + "/expect/", system);
            case LessonStep.Text _, LessonStep.See _ -> {}
        }
    }

    private void look(LookAt look, String at, Topology system) {
        switch (look) {
            case LookAt.AtNode(String id) -> named(Set.of(id), at, system);
            case LookAt.AtLink(String from, String to) -> {
                if (system.link(from, to).isEmpty()) {
                    problems.add(at, "there is no link from " + Json.quoted(from) + " to " + Json.quoted(to));
                }
            }
            case LookAt.AtControl _ -> {}
        }
    }

    private void goals(LessonStep.Do task, int index, String at, Topology system) {
        for (int i = 0; i < task.goals().size(); i++) {
            TaskGoal goal = task.goals().get(i);
            switch (goal) {
                case TaskGoal.True(Claim claim) -> claim(claim, index, at + i, null);
                case TaskGoal.Done done -> named(done.nodes(), at + i, system);
                case TaskGoal.Settled settled -> {
                    // Of a node that is to be added nothing is known yet.
                    String owner = settled.change().text().split("[.→=]", 2)[0];
                    if (system.node(owner).isPresent()
                            && settled.change().in(system) instanceof Parsed.Wrong<Topology>(String reason)) {
                        problems.add(at + i, reason);
                    }
                }
                case TaskGoal.Counted _, TaskGoal.Linked _, TaskGoal.Reached _ -> {}
            }
        }
    }

    private void claims(List<Claim> claims, int index, String at, Topology system) {
        for (int i = 0; i < claims.size(); i++) {
            claim(claims.get(i), index, at + i, lesson.setsUp(index) ? system : null);
        }
    }

    /** @param system what must have the nodes; null where somebody may have added them */
    private void claim(Claim claim, int index, String at, @Nullable Topology system) {
        claim.measures().forEach(measure -> measure(measure, at, index, system));
        if (claim instanceof Claim.Expected(Expectation expectation) && system != null) {
            expectation(expectation, expectation.text(), at, system);
        }
    }

    private void measure(Measure measure, String at, int index, @Nullable Topology system) {
        String step = measure.step();
        if (step == null) {
            if (system != null) {
                expectation(measure.watched(), measure.text(), at, system);
            }
            return;
        }
        int of = lesson.indexOf(step).orElse(-1);
        if (of < 0) {
            problems.add(at, "there is no step " + Json.quoted(step) + " whose run " + measure.text() + " could be of");
        } else if (of > index) {
            problems.add(at, "the step " + Json.quoted(step) + " comes later; a figure is of a step before");
        }
    }

    /** As the topology would be told that had it among its own. */
    private void expectation(Expectation expectation, String text, String at, Topology system) {
        List<Problem> wrong = Validation.problems(system.withExpect(List.of(expectation)));
        if (!wrong.isEmpty()) {
            String message = wrong.getFirst().message();
            problems.add(at, message.replace("the expectation " + Json.quoted(expectation.text()), text));
        }
    }

    private void named(Set<String> ids, String at, Topology system) {
        for (String id : ids) {
            boolean there = system.ids().contains(id)
                    || system.store(id).isPresent()
                    || system.nodes().stream().anyMatch(node -> Members.of(node).contains(id));
            if (!there) {
                problems.add(at, "there is no node " + Json.quoted(id) + Names.didYouMean(id, system.ids()));
            }
        }
    }

    private void question(Question question, int index, String at, Topology system) {
        switch (question) {
            case Question.Choice(List<Option> choices) -> {
                if (choices.size() < 2 || choices.size() > 8) {
                    problems.add(at + "/choices", "there are " + choices.size() + " choices; from 2 to 8 are allowed");
                }
                for (int i = 0; i < choices.size(); i++) {
                    claims(choices.get(i).when(), index, at + "/choices/" + i + "/when/", system);
                    String says = at + "/choices/" + i + "/says";
                    choices.get(i).says().measures().forEach(measure -> measure(measure, says, index, system));
                }
                if (choices.stream().allMatch(choice -> choice.when().isEmpty())) {
                    problems.add(
                            at + "/choices",
                            "no choice can be right; \"when\" says what must be true of the run for it");
                }
            }
            case Question.OneFigure number -> marks(number.marks(), number.scale(), at, "", index, system);
            case Question.Bars bars -> marks(bars.bars(), bars.scale(), at, "/bars", index, system);
            case Question.Curve curve -> marks(curve.points(), curve.scale(), at, "/points", index, system);
        }
    }

    private void marks(List<Mark> marks, Question.Scale scale, String at, String list, int index, Topology system) {
        if (!list.isEmpty() && (marks.size() < 2 || marks.size() > 24)) {
            problems.add(at + list, "there are " + marks.size() + "; from 2 to 24 are allowed");
        }
        for (int i = 0; i < marks.size(); i++) {
            Mark mark = marks.get(i);
            String its = list.isEmpty() ? at : at + list + "/" + i;
            switch (Change.all(mark.change(), system)) {
                case Parsed.Wrong<Topology>(String reason) -> problems.add(its + "/change", reason);
                case Parsed.Value<Topology>(Topology changed) ->
                    measure(mark.figure(), its + "/figure", index, changed);
            }
            Amount unit = mark.figure().unit();
            Stream.of(scale.from(), scale.to())
                    .filter(end -> !end.getClass().equals(unit.getClass()))
                    .findFirst()
                    .ifPresent(end -> problems.add(
                            at + (end.equals(scale.from()) ? "/from" : "/to"),
                            "found " + Json.quoted(end.text()) + "; the scale of "
                                    + mark.figure().text() + " needs "
                                    + mark.figure().written().written()));
            Amount tolerated = scale.within().amount();
            if (tolerated != null && !tolerated.getClass().equals(unit.getClass())) {
                problems.add(
                        at + "/within",
                        "found " + Json.quoted(tolerated.text()) + "; how far off "
                                + mark.figure().text() + " may be needs "
                                + mark.figure().written().written() + ", or a share like 20%");
            }
        }
        if (scale.to().value() <= scale.from().value()) {
            problems.add(
                    at + "/to",
                    "the scale ends at " + scale.to().text() + " and begins at "
                            + scale.from().text() + "; it must end above its beginning");
        }
    }
}
