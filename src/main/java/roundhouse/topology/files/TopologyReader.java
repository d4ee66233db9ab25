package roundhouse.topology.files;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import roundhouse.topology.Topology;
import roundhouse.topology.checks.Validation;
import roundhouse.topology.declarations.TopologySettings;
import roundhouse.topology.json.Json;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Fields;

/**
 * Makes a topology of JSON values. First the shapes: every key known, every value of its type, in its range. Only when these are
 * right, what they mean together ({@link Validation}), so that one mistake is one problem.
 */
final class TopologyReader {
    private TopologyReader() {}

    /** @param directory where the files are that it names; null for nowhere */
    static ReadResult read(Json root, @Nullable Path directory) {
        Problems problems = new Problems();
        Fields fields = Fields.of(root, "", problems, TopologySettings.SETTINGS.what());
        if (fields == null || !formatIsRight(fields)) {
            return refused(problems);
        }
        fields.text(TopologyFile.SCHEMA_KEY);
        Topology topology = KeyFiles.read(
                TopologySettings.SETTINGS.read(fields, List.of(TopologyFile.SCHEMA_KEY, TopologyFile.FORMAT_KEY)),
                directory);
        if (!problems.isEmpty()) {
            return refused(problems);
        }
        for (Problem problem : Validation.problems(topology)) {
            problems.add(problem.pointer(), Json.lineOf(root, problem.pointer()), problem.message());
        }
        return problems.isEmpty() ? new ReadResult.Read(topology) : refused(problems);
    }

    private static ReadResult refused(Problems problems) {
        return new ReadResult.Refused(problems.inOrder());
    }

    /** Said alone, because with another format nothing else can be trusted to be a mistake. */
    private static boolean formatIsRight(Fields fields) {
        Json format = fields.required(TopologyFile.FORMAT_KEY, "a topology", "\"format\": " + Topology.FORMAT);
        if (format == null) {
            return false;
        }
        String found = format instanceof Json.Num(int _, String literal) && literal.matches("\\d{1,9}") ? literal : "";
        if (found.equals(String.valueOf(Topology.FORMAT))) {
            boolean lesson = fields.has("steps") && fields.has("topology");
            if (lesson) {
                fields.wrong("steps", "this is a lesson, no topology; it opens in the window, as roundhouse FILE");
            }
            return !lesson;
        }
        if (!found.isEmpty() && Integer.parseInt(found) > Topology.FORMAT) {
            fields.wrong(
                    TopologyFile.FORMAT_KEY,
                    "format " + found + " is newer than this program reads (" + Topology.FORMAT
                            + "); open it with a newer Roundhouse");
        } else {
            fields.wrong(
                    TopologyFile.FORMAT_KEY,
                    "format is " + Json.shown(format) + "; this program reads format " + Topology.FORMAT);
        }
        return false;
    }
}
