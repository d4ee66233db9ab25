package roundhouse.workbench.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import roundhouse.simulation.transcript.TranscriptLine;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.workbench.Preferences;
import roundhouse.workbench.start.HintsModel.Hint;

/** The hints of the first minute: which is shown when, and that they stay away once dismissed. */
class HintsModelTest {
    private static final String NODES = """
            { "format": 1, "nodes": [
                { "id": "users", "kind": "clients", "arrivals": { "type": "constant", "rate": "100/s" } },
                { "id": "lb", "kind": "load-balancer" CHECKS },
                { "id": "s1", "kind": "server", "service": "1ms" },
                { "id": "s2", "kind": "server", "service": "1ms" },
                { "id": "s3", "kind": "server", "service": "1ms" } ],
              "links": [ LINKS ] }
            """;

    private static final String LINKS = """
            { "from": "users", "to": "lb" }, { "from": "lb", "to": "s1" }, { "from": "lb", "to": "s2" }""";

    private static final String THIRD = LINKS + """
            , { "from": "lb", "to": "s3" }""";

    @TempDir
    private Path directory;

    private HintsModel model;

    @BeforeEach
    void open() {
        model = model();
    }

    private HintsModel model() {
        return new HintsModel(Preferences.in(directory.resolve("settings.properties")));
    }

    private Hint hint() {
        return model.hintProperty().get();
    }

    private static Topology topology(UnaryOperator<String> change) {
        return ((ReadResult.Read) TopologyFile.parse(change.apply(NODES))).topology();
    }

    private static Topology built(String links, boolean checks) {
        return topology(text ->
                text.replace("LINKS", links).replace("CHECKS", checks ? ", \"checks\": { \"interval\": \"1s\" }" : ""));
    }

    @Test
    void leadsFromTheEmptyCanvasToTheCrashThatWasNoticed() {
        model.begin();
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.CLIENTS));
        model.show(built(LINKS, false));
        assertThat(hint()).as("a server has no link yet").isEqualTo(new Hint.Step(FirstStep.LINKS));
        model.show(built(THIRD, false));
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.CHECKS));
        model.show(built(THIRD, true));
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.PLAY));
        model.play(true);
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.CRASH));
        model.tell(List.of(new TranscriptLine(1, "s2 crashed; 3 requests lost")));
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.NOTICED));
        model.play(false);
        model.tell(List.of(
                new TranscriptLine(1, "s2 crashed; 3 requests lost"),
                new TranscriptLine(2, "lb removed s2 after 3 missed checks within 2.003 s")));
        assertThat(hint()).isEqualTo(new Hint.Done());
    }

    @Test
    void goesBackWhenSomethingIsTakenAway() {
        model.begin();
        model.show(built(THIRD, true));
        model.show(Topology.EMPTY);
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.CLIENTS));
    }

    @Test
    void whatPlayedBeforeThePathBeganDoesNotCount() {
        model.play(true);
        model.begin();
        model.show(built(THIRD, true));
        assertThat(hint()).isEqualTo(new Hint.Step(FirstStep.PLAY));
    }

    @Test
    void nothingIsShownBeforeItIsAskedForNorAfterItWasClosed() {
        model.show(built(THIRD, true));
        assertThat(hint()).isEqualTo(new Hint.None());
        model.begin();
        model.close();
        model.show(Topology.EMPTY);
        assertThat(hint()).isEqualTo(new Hint.None());
    }

    @Test
    void dismissedIsForGoodAndClosedIsNot() {
        model.welcome();
        assertThat(hint()).isEqualTo(new Hint.Welcome());
        model.close();
        model = model();
        model.welcome();
        assertThat(hint()).isEqualTo(new Hint.Welcome());
        model.dismiss();
        assertThat(hint()).isEqualTo(new Hint.None());
        model = model();
        model.welcome();
        assertThat(hint()).as("the program was started anew").isEqualTo(new Hint.None());
    }

    @Test
    void offersWhatToTryWithoutTheMarks() {
        model.offer(new StartEntry("templates/x.json", built(LINKS, false), "- One thing.\n- Another.\n"));
        assertThat(hint()).isEqualTo(new Hint.Try("Untitled", List.of("One thing.", "Another.")));
        model.offer(new StartEntry("x.json", built(LINKS, false), ""));
        assertThat(hint()).isEqualTo(new Hint.None());
    }
}
