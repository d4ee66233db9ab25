package roundhouse.workbench.files;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyDifference;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.json.Problem;
import roundhouse.workbench.document.Document;

/** What is in a document's file now. Told by what it means: other line ends or another order of keys are no change. */
sealed interface OnDisk {
    record Has(Topology topology) implements OnDisk {}

    record Unreadable(List<Problem> problems) implements OnDisk {}

    record Gone() implements OnDisk {}

    /** Looks into the file, whatever its time says. */
    static OnDisk read(Path file) {
        if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
            return new Gone();
        }
        return switch (TopologyFile.read(file)) {
            case ReadResult.Read(Topology topology) -> new Has(topology);
            case ReadResult.Refused(List<Problem> problems) -> new Unreadable(problems);
        };
    }

    /** Whether it is what the document was opened from or saved as. */
    default boolean isAsLeft(Document document) {
        Topology left = document.inFile();
        return switch (this) {
            case Has(Topology topology) -> topology.equals(left);
            case Unreadable _ -> false;
            case Gone _ -> left == null;
        };
    }

    /** Whether saving the document would replace something that somebody else wrote. */
    default boolean isForeignTo(Document document) {
        return switch (this) {
            case Has(Topology topology) -> !isAsLeft(document) && !topology.equals(document.topology());
            case Unreadable _ -> true;
            case Gone _ -> false;
        };
    }

    /** How it differs from the document, or why it cannot be read; a line each. */
    default List<String> details(Topology here) {
        return switch (this) {
            case Has(Topology topology) -> TopologyDifference.between(here, topology);
            case Unreadable(List<Problem> problems) ->
                problems.stream().map(Problem::toString).toList();
            case Gone _ -> List.of();
        };
    }
}
