package roundhouse.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import roundhouse.storage.checking.Check;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HistoryCommandTest {
    private static final String STALE = """
            {"model": "register", "initial": 0, "operations": [
            ["A", "write", "x", 1, null, 0, 10],
            ["B", "read", "x", null, 0, 20, 30]]}
            """;

    @TempDir
    private Path folder;

    private CliRunner history(String text, String... options) throws IOException {
        Path file = Files.writeString(folder.resolve("history.json"), text);
        String[] all = new String[options.length + 2];
        all[0] = "history";
        all[1] = file.toString();
        System.arraycopy(options, 0, all, 2, options.length);
        return CliRunner.run(all);
    }

    private static String operations(String... lists) {
        return "{\"operations\": [" + String.join(",", lists).replace('\'', '"') + "]}";
    }

    @Test
    void whatIsBrokenIsShownAndEndsWithOne() throws IOException {
        CliRunner result = history(STALE, "--check", "linearizable");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).isEmpty();
        assertThat(result.lines())
                .containsExactly(
                        "linearizable: broken; 2 operations of 2 clients, model register",
                        "",
                        "These cannot all be right, whatever else happened:",
                        "     CLIENT  KEY  OPERATION  CALL  RETURN",
                        "(1)  A       x    write 1       0      10",
                        "(2)  B       x    read → 0     20      30",
                        "",
                        "In time, not to scale (✕ would be wrong next, ▷ nobody was told the outcome):",
                        "A  ├(1) write x = 1┤",
                        "B                    ├(2) read x → 0 ✕┤",
                        "",
                        "(1) write x 1 by A returned at 10, before (2) read x → 0 by B was called at 20.",
                        "An order that begins (1) gets as far as any; then x is 1, and (2) read x → 0 by B would be wrong.");
    }

    @Test
    void whatHoldsEndsWithZero() throws IOException {
        CliRunner result = history(STALE, "--check", "sequential");
        assertThat(result.code()).isZero();
        assertThat(result.lines()).containsExactly("sequential: holds; 2 operations of 2 clients, model register");
    }

    @Test
    void theLeastBoundIsSaid() throws IOException {
        assertThat(history(STALE, "--check", "k-atomic").lines())
                .containsExactly("k-atomic within 2 versions: holds; 2 operations of 2 clients, model register");
        assertThat(history(STALE, "--check", "delta-atomic").lines())
                .containsExactly("delta-atomic within 10: holds; 2 operations of 2 clients, model register");
        assertThat(history(STALE, "--check", "delta-atomic", "--bound", "9").code())
                .isEqualTo(1);
        assertThat(history(STALE, "--check", "k-atomic", "--bound", "2").code()).isZero();
    }

    @ParameterizedTest
    @EnumSource(Check.class)
    void everyCheckHasAVerdictInJson(Check check) throws IOException {
        CliRunner result = history(STALE, "--check", check.key(), "--format", "json");
        JsonNode report = JsonMapper.shared().readTree(result.out());
        assertThat(report.get("check").asString()).isEqualTo(check.key());
        assertThat(report.get("operations").intValue()).isEqualTo(2);
        boolean broken = check == Check.LINEARIZABLE;
        assertThat(report.get("verdict").asString()).isEqualTo(broken ? "broken" : "holds");
        assertThat(result.code()).isEqualTo(broken ? 1 : 0);
    }

    @Test
    void theCounterExampleIsInTheJson() throws IOException {
        JsonNode report = JsonMapper.shared()
                .readTree(history(STALE, "--check", "linearizable", "--format", "json")
                        .out());
        JsonNode read = report.get("counter-example").get("operations").get(1);
        assertThat(read.toString())
                .isEqualTo(
                        "{\"client\":\"B\",\"kind\":\"read\",\"key\":\"x\",\"argument\":null,\"result\":0,\"call\":20,"
                                + "\"return\":30,\"needed\":true}");
        assertThat(report.get("counter-example").get("why").size()).isEqualTo(2);
    }

    @Test
    void linesOfJsonAreAHistoryToo() throws IOException {
        CliRunner result = history("""
                {"model": "cas-register", "initial": 0}
                {"client": "A", "kind": "cas", "key": "x", "argument": [0, 1], "result": null, "call": 0, "return": null}
                {"client": 7, "kind": "read", "key": "x", "argument": null, "result": 1, "call": 20, "return": 30, "node": "db-a"}
                """, "--check", "linearizable");
        assertThat(result.lines())
                .containsExactly("linearizable: holds; 2 operations of 2 clients, model cas-register");
    }

    @Test
    void whatTheBudgetDoesNotSufficeForEndsWithThree() throws IOException {
        StringBuilder adds = new StringBuilder("{\"operations\": [");
        for (int i = 0; i < 24; i++) {
            adds.append("[\"c")
                    .append(i)
                    .append("\", \"add\", \"s\", ")
                    .append(i)
                    .append(", null, 0, 100],\n");
        }
        adds.append("[\"r\", \"read\", \"s\", null, [99], 50, 60]]}");
        CliRunner result = history(adds.toString(), "--check", "linearizable", "--budget", "10000");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.lines())
                .containsExactly(
                        "linearizable: unknown; the budget was used up after 10,001 situations of 25 operations"
                                + " of 25 clients, model set");
        assertThat(history(adds.toString(), "--check", "linearizable", "--budget", "100ms")
                        .code())
                .isEqualTo(3);
    }

    @Test
    void theModelIsTheFirstThatFits() throws IOException {
        String queue = operations("['A','enqueue','q',1,null,0,10]", "['B','dequeue','q',null,1,20,30]");
        assertThat(history(queue, "--check", "linearizable").out()).contains("model queue");
        CliRunner other = history(queue, "--check", "linearizable", "--model", "set");
        assertThat(other.code()).isEqualTo(2);
        assertThat(other.err()).endsWith(": a set has no enqueue, dequeue; it has read, add, remove\n");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                                                | the file is empty
            []                                                | line 1: a history is an object with "operations"
            {"operations": [                                  | this is not JSON, or it is cut short
            {"operations": [["A","write","x",1,null,0]]}      | line 1: an operation is a list of seven
            {"operations": [["A","wirte","x",1,null,0,1]]}    | the kind "wirte" is not known; did you mean "write"?
            {"operations": [["A","write","x",1,null,5,1]]}    | line 1: it returns at 1, before it is called at 5
            {"operations": [["A","write","x",1,null,0.5,1]]}  | the call of an operation is a whole number
            {"operations": [["A","write","x",1.5,null,0,1]]}  | a value is a whole number, a text
            {"operations": [["A","cas","x",1,true,0,1]]}      | the argument of a cas is [FROM, TO]
            {"operations": [["A","write",null,1,null,0,1]]}   | an operation needs its key
            {"model": "regster", "operations": []}            | the model "regster" is not known; one of register
            {"client": "A"}                                   | an operation needs its kind
            """)
    void whatCannotBeReadIsOneMessageAndEndsWithTwo(String text, String message) throws IOException {
        CliRunner result = history(text, "--check", "linearizable");
        assertThat(result.code()).isEqualTo(2);
        assertThat(result.out()).isEmpty();
        assertThat(result.err().lines())
                .singleElement()
                .asString()
                .contains("history.json")
                .contains(message);
    }

    @Test
    void whatIsAskedWronglyEndsWithTwo() throws IOException {
        assertThat(history(STALE, "--check", "linearisable").err())
                .contains("--check: 'linearisable' is not a check; did you mean 'linearizable'?");
        assertThat(history(STALE, "--check", "pram", "--bound", "2").err()).contains("pram has none");
        assertThat(history(STALE, "--check", "k-atomic", "--bound", "0").err()).contains("0 is less than 1");
        assertThat(history(STALE, "--check", "pram", "--budget", "0").err()).contains("0 situations tell nothing");
        String set = operations("['A','add','s',1,null,0,10]");
        assertThat(history(set, "--check", "causal").err())
                .contains("causal is about reads and writes, and this history has add");
        assertThat(CliRunner.run("history", folder.resolve("none").toString(), "--check", "pram")
                        .err())
                .contains("does not exist");
    }

    @Test
    void storesOfSeveralModelsHaveAFileEachThatKeepsWhatItPromises(@TempDir Path results) {
        Path file = results.resolve("h.jsonl");
        assertThat(CliRunner.run(
                                "run",
                                "samples/siblings-counter-and-set.json",
                                "--for",
                                "10s",
                                "--lenient",
                                "--history",
                                file.toString())
                        .out())
                .contains("Digest");
        assertThat(file).doesNotExist();
        for (String model : List.of("counter", "set", "register")) {
            Path its = results.resolve("h." + model + ".jsonl");
            assertThat(CliRunner.run("history", its.toString(), "--check", "linearizable")
                            .out())
                    .as(model)
                    .contains("model " + model);
        }
    }
}
