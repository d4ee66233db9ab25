package roundhouse.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.reports.TextTable;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Names;
import roundhouse.topology.reference.Chapter;
import roundhouse.topology.reference.Reference;

/** {@code roundhouse describe}: the settings of a kind of node, a command of the scenario, the figures. */
@Command(
        name = "describe",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the settings of a kind of node, of the topology, a link or a command of the scenario,"
                + " or the figures of expectations; without a name, what there is to describe.")
final class DescribeCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "as server, link, retry policy, crash, figures")
    private String kind = "";

    @Override
    public Integer call() {
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        if (kind.isEmpty()) {
            out.println("settings: " + names(Reference.settings()));
            out.println("commands: " + names(Reference.commands()));
            out.println("figures:  " + Reference.figures().name());
            return ExitCode.WELL;
        }
        List<String> names = Reference.all().stream().map(Chapter::name).toList();
        Chapter chapter = Reference.chapter(kind)
                .orElseThrow(() -> new InputException(
                        "nothing to describe is called " + Json.quoted(kind) + Names.didYouMean(kind, names)));
        if (!chapter.description().isEmpty()) {
            out.println(chapter.description());
        }
        if (!chapter.rows().isEmpty()) {
            out.print(TextTable.of(rows(chapter), 4, 2));
        }
        return ExitCode.WELL;
    }

    private static String names(List<Chapter> chapters) {
        return String.join(", ", chapters.stream().map(Chapter::name).toList());
    }

    private static List<String[]> rows(Chapter chapter) {
        List<String[]> rows = new ArrayList<>();
        rows.add(new String[] {"KEY", "ALLOWED", "USUALLY", "MEANING"});
        for (Chapter.Row row : chapter.rows()) {
            String usually = row.usually().isEmpty() ? "required" : row.usually();
            rows.add(new String[] {row.key(), row.allowed(), usually, row.meaning()});
        }
        return rows;
    }
}
