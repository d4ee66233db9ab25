package roundhouse.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.lessons.steps.LessonControl;
import roundhouse.topology.nodes.Server;

final class LessonFileTest {
    @TempDir
    private Path folder;

    private static String resource(String name) throws IOException {
        try (InputStream in = LessonFile.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** What the shipped schema finds wrong. */
    private static List<Error> errors(String text) throws IOException {
        String topology = resource("/roundhouse/topology/topology.schema.json");
        String lesson = resource("/roundhouse/lessons/lesson.schema.json");
        return SchemaRegistry.withDefaultDialect(
                        SpecificationVersion.DRAFT_2020_12,
                        registry -> registry.schemas(
                                Map.of("urn:roundhouse:topology:1", topology, "urn:roundhouse:lesson:1", lesson)))
                .getSchema(lesson, InputFormat.JSON)
                .validate(text, InputFormat.JSON);
    }

    @Test
    void whatWasWrittenIsReadAndIsWhatTheSchemaSays() throws IOException {
        Lesson lesson = SmallLesson.read();
        assertThat(errors(SmallLesson.TEXT)).isEmpty();
        String text = LessonFile.format(lesson);
        assertThat(errors(text)).isEmpty();
        assertThat(SmallLesson.read(text)).isEqualTo(lesson);
        assertThat(LessonFile.format(SmallLesson.read(text))).isEqualTo(text);
        Path file = folder.resolve("a.json");
        LessonFile.write(lesson, file);
        assertThat(LessonFile.read(file)).isEqualTo(new LessonFile.Result.Read(lesson));
        assertThat(errors(SmallLesson.TEXT.replace("\"kind\": \"see\"", "\"kind\": \"sea\"")))
                .isNotEmpty();
    }

    @Test
    void eachStepHasItsSystemAndItsControls() {
        Lesson lesson = SmallLesson.read();
        int last = lesson.steps().size() - 1;
        assertThat(lesson.system(0)).isEqualTo(lesson.topology());
        assertThat(lesson.system(last - 1)).isEqualTo(lesson.topology());
        assertThat(lesson.system(last)
                        .node("s2")
                        .map(node -> ((Server) node).service().toString()))
                .hasValueSatisfying(service -> assertThat(service).contains("PT0.005S"));
        assertThat(lesson.system(last).scenario()).hasSize(1);
        assertThat(lesson.controls(0)).containsExactly(LessonControl.CHARTS);
        assertThat(lesson.controls(last)).containsExactlyInAnyOrder(LessonControl.CHARTS, LessonControl.SIDE);
        assertThat(lesson.worth()).isEqualTo(8);
        assertThat(lesson.setsUp(5)).isFalse();
    }

    /** One mistake, one message: what was found, where, and what is allowed. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "format": 1,\\n  "title"     | "format": 2,\\n  "title"          | line 3, /format: format is 2; this program reads lessons of format 1
            "belief"                     | "beleif"                          | line 7: unknown key "beleif"; did you mean "belief"? A lesson has $schema, format, title, topic, summary, belief, controls, topology, steps
            ["charts"]                   | ["chart"]                         | line 8, /controls/0: unknown control "chart"; did you mean "charts"?; controls are palette, break, inspector, charts, speed, ring, compare, sweep, problems
            "algorithm": "round-robin"   | "algorithm": "round-robbin"       | line 16, /topology/nodes/1/algorithm: unknown algorithm "round-robbin"; did you mean "round-robin"?
            "kind": "see"                | "kind": "sea"                     | /steps/6/kind: unknown kind of step "sea"; did you mean "see"? Allowed are text, predict, do, see, check
            "look": ["s2"], "at"         | "look": ["s3"], "at"              | /steps/6/look/0: there is no node "s3"; did you mean "s1"?
            "look": ["s2"], "at"         | "at"                              | /steps/6/look: the lesson: nothing is circled; "look" names what to see, like ["s1", "lb → s1"]
            {failed in %}                | {fialed in %}                     | /steps/6/text: {fialed in %}: unknown figure "fialed"; did you mean "failed"?; figures are those of expectations
            {failed in %}                | {failed in ms}                    | /steps/6/text: {failed in ms}: failed is not measured in "ms"; allowed is in number, in %
            {failed in %}                | {failed of s9}                    | /steps/6/text: failed of s9: no node has the id "s9"
            {max @share}                 | {max @goal}                       | /steps/5/text: the step "goal" comes later; a figure is of a step before
            {max @share}                 | {max @nobody}                     | /steps/5/text: there is no step "nobody" whose run max @nobody could be of
            "id": "look"                 | "id": "better"                    | /steps/6/id: there is a step "better" already; each id is of one step
            "figure": "max"              | "figure": "maximum"               | /steps/2/answer/figure: unknown figure "maximum"
            "to": "100ms"                | "to": "100"                       | /steps/2/answer/to: found "100"; the scale of max needs a duration like 200ms
            "to": "100ms"                | "to": "0ms"                       | /steps/2/answer/to: the scale ends at 0s and begins at 0s; it must end above its beginning
            "within": "1ms"              | "within": "near"                  | /steps/2/answer/within: found "near"; a share of what was measured like 20%, or an amount like 10ms or 50 is allowed
            "type": "number", "figure"   | "type": "numbr", "figure"         | /steps/2/answer/type: unknown question "numbr"; did you mean "number"? Allowed are choice, number, bars, curve
            users.arrivals.rate=50/s     | users.arrivals.rat=50/s           | /steps/4/answer/points/0/change: "users.arrivals.rat" names no setting; did you mean "users.arrivals.rate"?
            requests of s1 > 1.1 x       | requests of s1 ! 1.1 x            | /steps/1/answer/choices/0/when/0:
            <= 1.1 x requests of s2      | <= 1.1 x p99 of s2                | /steps/1/answer/choices/1/when/0: found "requests of s1 <= 1.1 x p99 of s2"; only figures of one unit are compared: requests of s1 is a number like 100, p99 of s2 a duration like 200ms
            "crash s2"                   | "crush s2"                        | /steps/5/goals/1: found "crush s2"; a goal is a command like "crash s1"
            "crash s2"                   | "crash s7"                        | /steps/5/goals/1: there is no node "s7"
            count server = 2             | count servers = 2                 | /steps/5/goals/3: unknown kind of node "servers"; did you mean "server"?; kinds are
            "may-change": ["lb.algorithm"] | "may-change": ["new sever"]     | /steps/5/may-change/0: unknown kind of node "sever"; did you mean "server"?
            s2.service.value=5ms         | s2.service.value=5                | /steps/7/change: s2.service.value: found "5";
            10s slow s2 factor=2         | 10s slow s2                       | /steps/7/change: the command slow needs "factor"
            "p99 < 50ms"                 | "p99 < 50"                        | /steps/7/expect/0: at character 7, found "50"; a duration like 200ms is allowed
            "points": 2\\n    },\\n    {\\n      "kind": "predict",\\n      "id": "longest" | "points": 200\\n    },\\n    {\\n      "kind": "predict",\\n      "id": "longest" | /steps/1/points: "points" is 200; a whole number from 0 to 100 is allowed
            """)
    void aMistakeIsOneClearMessage(String right, String wrong, String message) {
        String from = right.replace("\\n", "\n");
        assertThat(SmallLesson.TEXT).as(from).contains(from);
        LessonFile.Result result = LessonFile.parse(SmallLesson.TEXT.replace(from, wrong.replace("\\n", "\n")));
        assertThat(result).isInstanceOf(LessonFile.Result.Refused.class);
        assertThat(((LessonFile.Result.Refused) result).problems()).hasSize(1).allSatisfy(problem -> {
            assertThat(problem.toString()).contains(message);
            assertThat(problem.line()).isPositive();
        });
    }

    @Test
    void aTopologyIsNoLesson() {
        assertThat(LessonFile.parse("{ \"format\": 1, \"nodes\": [] }"))
                .isInstanceOfSatisfying(
                        LessonFile.Result.Refused.class,
                        refused -> assertThat(refused.problems().getFirst().message())
                                .isEqualTo("this is a topology; a lesson has it under \"topology\", and \"steps\""));
    }
}
