package roundhouse.topology.declarations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Units.Parsed;

/** A command of the scenario in a file: the key that names it, its time, and what is said of a wrong one. */
final class TimedCommandItemTest {
    private final ListedTrial<TimedCommand> trial = new ListedTrial<>(new TimedCommandItem());

    @Test
    void isReadByItsVerbAndWrittenWithItsTimeFirst() {
        TimedCommand crash = new TimedCommand(Duration.ofSeconds(10), new Command.Crash("s1"));
        assertThat(trial.read("{ \"crash\": \"s1\", \"at\": \"10s\" }")).isEqualTo(crash);
        assertThat(trial.written(crash)).isEqualTo("{ \"at\": \"10s\", \"crash\": \"s1\" }");
    }

    @Test
    void aVerbThatIsNearlyRightIsSaid() {
        assertThat(trial.refusal("{ \"at\": \"10s\", \"crush\": \"s1\" }"))
                .singleElement()
                .asString()
                .startsWith(
                        "/list/0 unknown command \"crush\"; did you mean \"crash\"? Commands are crash, recover, slow");
    }

    @Test
    void whereNoVerbIsMeantAllAreSaid() {
        assertThat(trial.refusal("{ \"at\": \"10s\" }"))
                .singleElement()
                .asString()
                .startsWith("/list/0 a command needs one of crash, recover, slow");
        assertThat(trial.read("{ \"at\": \"10s\" }")).isNull();
    }

    @Test
    void twoVerbsAreTwoCommands() {
        assertThat(trial.refusal("{ \"at\": \"10s\", \"crash\": \"s1\", \"pause\": \"s2\" }"))
                .containsExactly("/list/0 \"crash\" and \"pause\" in one command; write them as two commands");
        assertThat(trial.read("{ \"at\": \"10s\", \"crash\": \"s1\", \"pause\": \"s2\" }"))
                .isNull();
    }

    @Test
    void itsTimeMustBeSaid() {
        assertThat(trial.refusal("{ \"crash\": \"s1\" }"))
                .singleElement()
                .asString()
                .contains("a command of the scenario needs \"at\"");
    }

    @Test
    void whatIsNoObjectIsNoCommand() {
        assertThat(trial.refusal("\"crash\"")).singleElement().asString().contains("a command of the scenario");
        assertThat(trial.read("\"crash\"")).isNull();
    }

    @Test
    void isCheckedWithTheTopologyAndNotTyped() {
        TimedCommandItem item = new TimedCommandItem();
        assertThat(trial.checked(new TimedCommand(Duration.ZERO, new Command.Slow("s1", -1))))
                .isEmpty();
        assertThat(item.parse("10s crash s1"))
                .isEqualTo(new Parsed.Wrong<>("found \"10s crash s1\"; the scenario is edited on the timeline"));
        assertThat(item.plural()).isEqualTo("commands");
        assertThat(item.example()).isEmpty();
        assertThat(item.parts()).hasSize(CommandKinds.verbs().size());
    }

    @Test
    void theSchemaHasEveryCommandWithItsTime() {
        String schema = trial.schema("command");
        assertThat(schema)
                .startsWith("{ \"$ref\": \"#/$defs/command\" }")
                .contains(
                        "Something done to the running system.",
                        "\"required\": [\"at\", \"crash\"]",
                        "\"required\": [\"at\", \"weight\", \"from\", \"to\"]",
                        "When, from the start of the run.",
                        "What the others see of it.");
    }

    @Test
    void aFormShowsASettingOfADocumentThatIsNotTypedAsNone() {
        assertThat(TopologySettings.SETTINGS.fields(roundhouse.topology.Topology.EMPTY, "").stream()
                        .map(FormField::key))
                .contains("name", "seed", "expect")
                .doesNotContain("scenario", "nodes", "links", "layout");
    }
}
