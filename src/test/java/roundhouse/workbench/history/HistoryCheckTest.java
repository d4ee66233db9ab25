package roundhouse.workbench.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.storage.checking.Check;
import roundhouse.storage.checking.HistoryVerdict;
import roundhouse.workbench.BackgroundTask;
import roundhouse.workbench.BackgroundWork;
import roundhouse.workbench.Failures;
import roundhouse.workbench.HeldWork;
import roundhouse.workbench.Job;
import roundhouse.workbench.Notice;
import roundhouse.workbench.WorkLane;

/** Checking a file in the background; the screen and the background are queues that the test runs by hand. */
class HistoryCheckTest {
    private static final String STALE = """
            {"model": "register", "initial": 0}
            {"client": "A", "kind": "write", "key": "x", "argument": 1, "result": null, "call": 0, "return": 10}
            {"client": "B", "kind": "read", "key": "x", "argument": null, "result": 0, "call": 20, "return": 30}
            """;

    @TempDir
    private Path directory;

    private final Queue<Runnable> screen = new ArrayDeque<>();
    private final HeldWork work = new HeldWork();
    private final List<Notice> notices = new ArrayList<>();
    private final List<HistoryCheck.Result> results = new ArrayList<>();
    private WorkLane lane;

    @BeforeEach
    void open() {
        lane = new BackgroundWork(screen::add, new Failures(directory, screen::add, notices::add), _ -> work)
                .lane("check-history");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("history.jsonl"), text);
    }

    private Job begin(HistoryCheck check) {
        return lane.add(new BackgroundTask<>("The history was not checked", check, results::add));
    }

    private void runAll() {
        work.runAll();
        while (!screen.isEmpty()) {
            screen.remove().run();
        }
    }

    private CheckedHistory checked(HistoryCheck check) {
        begin(check);
        runAll();
        assertThat(results).singleElement().isInstanceOf(HistoryCheck.Result.Checked.class);
        return ((HistoryCheck.Result.Checked) results.removeLast()).history();
    }

    private String refused(HistoryCheck check) {
        begin(check);
        runAll();
        assertThat(results).singleElement().isInstanceOf(HistoryCheck.Result.Refused.class);
        return ((HistoryCheck.Result.Refused) results.removeLast()).message();
    }

    @Test
    void aFileIsBrokenOrHolds() throws IOException {
        Path file = file(STALE);
        CheckedHistory broken = checked(new HistoryCheck(file, "", Check.LINEARIZABLE, "", 1_000));
        assertThat(broken.sentence())
                .isEqualTo("linearizable is broken: 2 operations of 2 cannot all be right, whatever else happened.");
        assertThat(broken.lanes().example()).hasSize(2);
        CheckedHistory holds = checked(new HistoryCheck(file, "", Check.SEQUENTIAL, "", 1_000));
        assertThat(holds.verdict()).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(holds.broken()).isEmpty();
    }

    @Test
    void everyCheckHasAVerdict() throws IOException {
        Path file = file(STALE);
        for (Check check : Check.values()) {
            assertThat(checked(new HistoryCheck(file, "", check, "", 1_000)).verdict())
                    .as(check.key())
                    .isInstanceOf(
                            check == Check.LINEARIZABLE ? HistoryVerdict.Broken.class : HistoryVerdict.Holds.class);
        }
    }

    @Test
    void theModelCanBeAnother() throws IOException {
        assertThat(checked(new HistoryCheck(file(STALE), "", Check.LINEARIZABLE, "kv", 1_000))
                        .history()
                        .model()
                        .key())
                .isEqualTo("kv");
        assertThat(refused(new HistoryCheck(file(STALE), "", Check.LINEARIZABLE, "queue", 1_000)))
                .endsWith(": a queue has no read, write; it has enqueue, dequeue.");
    }

    @Test
    void whatCannotBeCheckedIsASentence() throws IOException {
        assertThat(refused(new HistoryCheck(directory.resolve("none.json"), "", Check.PRAM, "", 1_000)))
                .contains("none.json");
        assertThat(refused(new HistoryCheck(file("[]"), "", Check.PRAM, "", 1_000)))
                .contains("history.jsonl, line 1: a history is an object")
                .endsWith(".");
        String set = "{\"operations\": [[\"A\",\"add\",\"s\",1,null,0,10]]}";
        assertThat(refused(new HistoryCheck(file(set), "", Check.CAUSAL, "", 1_000)))
                .isEqualTo("causal is about reads and writes, and this history has add; linearizable and sequential"
                        + " judge it.");
    }

    /** Twenty-four at once, and a read of what nobody added: more situations than anybody looks at. */
    private String endless() {
        StringBuilder adds = new StringBuilder("{\"operations\": [");
        for (int i = 0; i < 24; i++) {
            adds.append("[\"c").append(i).append("\",\"add\",\"s\",").append(i).append(",null,0,100],");
        }
        return adds.append("[\"r\",\"read\",\"s\",null,[99],50,60]]}").toString();
    }

    @Test
    void withinTheBudgetItMayStayUnknown() throws IOException {
        CheckedHistory checked = checked(new HistoryCheck(file(endless()), "", Check.LINEARIZABLE, "", 10_000));
        assertThat(checked.verdict()).isInstanceOf(HistoryVerdict.Unknown.class);
        assertThat(checked.sentence())
                .isEqualTo(
                        "Whether linearizable holds is unknown: the budget was used up after 10\u202f001 situations.");
    }

    @Test
    void itSaysHowFarItIs() throws IOException {
        Job job = begin(new HistoryCheck(file(endless()), "", Check.LINEARIZABLE, "", 10_000));
        assertThat(job.progress()).isNegative();
        runAll();
        assertThat(job.progress()).isBetween(0.8, 1.0);
    }

    @Test
    void whatIsGivenUpShowsNothing() throws IOException {
        Job job = begin(new HistoryCheck(file(endless()), "", Check.LINEARIZABLE, "", Long.MAX_VALUE));
        Thread giving = Thread.ofVirtual().start(() -> {
            while (job.progress() < 0) {
                Thread.onSpinWait();
            }
            job.cancel();
        });
        runAll();
        assertThat(giving.isAlive()).isFalse();
        assertThat(results).isEmpty();
        assertThat(notices).isEmpty();
    }

    @Test
    void aFileMayHaveSeveralHistories() throws IOException {
        String whole = "[[\"A\",\"write\",\"x\",1,null,0,10],[\"B\",\"read\",\"x\",null,%d,20,30]]";
        Path file = file("{\"source\": [1, {}], \"cases\": [{\"id\": \"fresh\", \"initial\": 0, \"operations\": "
                + whole.formatted(1) + "}, {\"initial\": 0, \"operations\": " + whole.formatted(0) + "}]}");
        begin(new HistoryCheck(file, "", Check.LINEARIZABLE, "", 1_000));
        begin(new HistoryCheck(file, "history 2", Check.LINEARIZABLE, "", 1_000));
        begin(new HistoryCheck(file, "history 3", Check.LINEARIZABLE, "", 1_000));
        runAll();
        assertThat(results).hasSize(3);
        HistoryCheck.Result.Checked first = (HistoryCheck.Result.Checked) results.get(0);
        assertThat(first.names()).containsExactly("fresh", "history 2");
        assertThat(first.history().verdict()).isInstanceOf(HistoryVerdict.Holds.class);
        assertThat(((HistoryCheck.Result.Checked) results.get(1)).history().verdict())
                .isInstanceOf(HistoryVerdict.Broken.class);
        assertThat(((HistoryCheck.Result.Refused) results.get(2)).message()).endsWith("has no history history 3.");
    }

    @Test
    void whatIsWrongInOneOfSeveralNamesIt() throws IOException {
        Path file = file("{\"cases\": [{\"id\": \"odd\", \"operations\": [[\"A\"]]}]}");
        assertThat(refused(new HistoryCheck(file, "", Check.PRAM, "", 1_000)))
                .contains("history.jsonl, odd, line 1: an operation is a list of seven");
    }
}
