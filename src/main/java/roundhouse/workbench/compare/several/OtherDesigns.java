package roundhouse.workbench.compare.several;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What a design can be compared with beside itself. */
public interface OtherDesigns {
    /** Files that were opened lately, the newest first, without the one that is open. */
    List<Path> recent();

    /** Reads a topology or a saved run; empty, and told, where that cannot be. */
    Optional<ComparedFile> read(Path file);

    /** Asks for a file and reads it. */
    Optional<ComparedFile> ask();
}
