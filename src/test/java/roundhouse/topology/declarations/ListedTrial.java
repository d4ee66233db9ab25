package roundhouse.topology.declarations;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Command;
import roundhouse.topology.TimedCommand;
import roundhouse.topology.json.JsonPrinter;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Definitions;
import roundhouse.topology.types.ListType;
import roundhouse.topology.types.TypeTrial;

/** An item of one of the document's lists, and a command by its kind: read, written, checked and described. */
final class ListedTrial<V> {
    private static final ListedTrial<TimedCommand> COMMANDS = new ListedTrial<>(new TimedCommandItem());

    private final ListType.Item<V> item;
    private final Problems problems = new Problems();

    ListedTrial(ListType.Item<V> item) {
        this.item = item;
    }

    @Nullable
    V read(String json) {
        return item.read(TypeTrial.json(json), "/list/0", problems);
    }

    /** What is wrong with what a file has: where, and what. */
    List<String> refusal(String json) {
        Problems found = new Problems();
        item.read(TypeTrial.json(json), "/list/0", found);
        return found.inOrder().stream()
                .map(problem -> problem.pointer() + " " + problem.message())
                .toList();
    }

    String written(V value) {
        return JsonPrinter.printLine(item.json(value));
    }

    List<String> checked(V value) {
        Problems found = new Problems();
        item.check(value, new Checks("", "it", found));
        return found.inOrder().stream().map(Problem::message).toList();
    }

    /** The part of the schema that it is, by its name. */
    String schema(String name) {
        Definitions definitions = new Definitions();
        String reference = JsonPrinter.printLine(item.schema(definitions));
        return reference + " "
                + JsonPrinter.printLine(
                        Objects.requireNonNull(definitions.all().fields().get(name)));
    }

    /** A command of a scenario after ten seconds, by its own keys. */
    static TimedCommand command(String keys) {
        return Objects.requireNonNull(
                COMMANDS.read("{ \"at\": \"10s\", " + keys + " }"),
                () -> COMMANDS.problems.inOrder().toString());
    }

    static String line(Command command) {
        return new TimedCommandItem().line(new TimedCommand(Duration.ofSeconds(10), command));
    }

    static Command writtenAndRead(Command command) {
        ListedTrial<TimedCommand> trial = new ListedTrial<>(new TimedCommandItem());
        return Objects.requireNonNull(trial.read(trial.written(new TimedCommand(Duration.ofSeconds(10), command))))
                .command();
    }

    static List<String> wrong(Command command) {
        Problems found = new Problems();
        CommandKinds.of(command).check(command, new Checks("", "it", found));
        return found.inOrder().stream().map(Problem::message).toList();
    }
}
