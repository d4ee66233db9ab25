package roundhouse.lessons.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import roundhouse.lessons.Lesson;
import roundhouse.lessons.SmallLesson;
import roundhouse.simulation.Replay;
import roundhouse.simulation.Run;
import roundhouse.topology.Command;
import roundhouse.topology.Topology;

final class LessonPlayTest {
    private static final long END = 20_000_000_000L;

    private final Lesson lesson = SmallLesson.read();
    private final LessonPlay play = new LessonPlay(lesson);

    /** The same in turn: 1,000 of 2,000 each, 5 ms and 15 ms of each 20 ms. */
    @Test
    void aPredictionIsJudgedByTheRunAndThenStays() {
        play.next();
        assertThat(play.mayGoOn()).isFalse();
        play.next();
        assertThat(play.index()).isEqualTo(1);
        play.reveal();
        assertThat(play.judged()).as("nothing was predicted").isEmpty();
        play.predict(new Prediction.Chosen("s1"));
        play.predict(new Prediction.Chosen("s1"));
        play.reveal();
        assertThat(play.judged()).hasValueSatisfying(judged -> {
            assertThat(judged.met()).isFalse();
            assertThat(judged.points()).isZero();
            assertThat(judged.sentence()).isEqualTo("Predicted “s1”; the run shows: Both the same");
        });
        assertThat(play.feedback()).isEqualTo("No: 1,000 and 999.");
        play.predict(new Prediction.Chosen("Both the same"));
        play.reveal();
        assertThat(play.points()).as("it is too late").isZero();
        play.next();
        play.predict(new Prediction.Drawn(List.of(19.0e6)));
        play.reveal();
        assertThat(play.points()).as("19 ms: 15 ms, and four times 1 ms of way").isEqualTo(1);
        play.next();
        play.predict(new Prediction.Drawn(List.of(27.0, 60.0)));
        play.reveal();
        assertThat(play.judged()).hasValueSatisfying(judged -> {
            assertThat(judged.points()).as("one of two bars").isEqualTo(1);
            assertThat(judged.parts()).extracting(Judged.Part::met).containsExactly(true, false);
            assertThat(judged.sentence())
                    .isEqualTo(
                            "1 of 2 near enough: s1: predicted 27 %, measured 25 %; s2: predicted 60 %, measured 74.9 %");
        });
        play.next();
        play.predict(new Prediction.Drawn(List.of(50.0, 100.0, 100.0)));
        play.reveal();
        assertThat(play.judged())
                .hasValueSatisfying(
                        judged -> assertThat(judged.met()).as(judged.sentence()).isTrue());
        play.next();
        assertThat(play.text()).isEqualTo("Round robin: 19 ms.");
        assertThat(play.index()).isEqualTo(5);
        play.back();
        assertThat(play.judged()).isPresent();
    }

    private Judged did(Topology start, List<Run.Entry> log, long untilNanos) {
        Figures figures = new Figures(lesson);
        figures.did("better", new LessonRun(start, log, untilNanos));
        return new StepJudge(lesson, figures).did(5);
    }

    private static Run.Entry at(long nanos, Command command) {
        return new Run.Entry(nanos, Replay.AFTER_ALL, command);
    }

    private Topology with(String setting) {
        return new roundhouse.lessons.goals.Change(setting).in(lesson.topology())
                        instanceof roundhouse.topology.json.Units.Parsed.Value<Topology>(Topology changed)
                ? changed
                : Topology.EMPTY;
    }

    @Test
    void aTaskIsDoneWhenItsGoalsAre() {
        Topology better = with("lb.algorithm=least-connections");
        assertThat(did(better, List.of(at(1, new Command.Crash("s2"))), END).met())
                .isTrue();
        assertThat(did(lesson.topology(), List.of(at(1, new Command.Crash("s2"))), END)
                        .sentence())
                .isEqualTo("Missing: set lb.algorithm=least-connections");
        assertThat(did(better, List.of(at(1, new Command.Crash("s1"))), END).sentence())
                .isEqualTo("Missing: crash s2");
        assertThat(did(better, List.of(at(END + 1, new Command.Crash("s2"))), END)
                        .met())
                .as("the run did not get there")
                .isFalse();
        assertThat(did(better, List.of(at(1, new Command.Crash("s2"))), END / 2).sentence())
                .isEqualTo("Missing: run to 20s (ran to 10 s)");
        assertThat(did(
                                lesson.topology(),
                                List.of(at(1, new Command.Revise(better)), at(2, new Command.Crash("s2"))),
                                END)
                        .met())
                .as("edited while it ran")
                .isTrue();
    }

    @Test
    void onlyWhatTheTaskAllowsMayBeChanged() {
        List<Run.Entry> crash = List.of(at(1, new Command.Crash("s2")));
        assertThat(did(with("users.arrivals.rate=1/s"), crash, END).sentence())
                .isEqualTo("users.arrivals was changed, which the task does not allow.");
        assertThat(did(with("s2.service.value=1ms"), crash, END).sentence())
                .isEqualTo("s2.service was changed, which the task does not allow.");
        assertThat(did(lesson.topology().withSeed(2), crash, END).sentence())
                .isEqualTo("The seed, the duration or the warm-up is not the lesson's.");
        assertThat(did(lesson.topology(), List.of(at(1, new Command.Remove("s1"))), END)
                        .sentence())
                .isEqualTo("s1 was removed, which the task does not allow.");
    }

    /** What is watched takes no part: the run of a lesson has the digest of the topology alone. */
    @Test
    void measuringChangesNoEvent() {
        Run plain = Run.of(lesson.topology());
        plain.runUntil(END);
        LessonRun.Outcome outcome = LessonRun.of(lesson.topology()).outcome(List.of());
        assertThat(outcome.now()).isEqualTo(lesson.topology().withExpect(List.of()));
        Run watched = Run.of(lesson.topology()
                .withExpect(List.of(((roundhouse.lessons.figures.Claim.Expected)
                                ((roundhouse.topology.json.Units.Parsed.Value<roundhouse.lessons.figures.Claim>)
                                                roundhouse.lessons.figures.Claim.parse("p99 < 1s during 2s..4s"))
                                        .value())
                        .expectation())));
        watched.runUntil(END);
        assertThat(watched.digest()).isEqualTo(plain.digest());
    }
}
