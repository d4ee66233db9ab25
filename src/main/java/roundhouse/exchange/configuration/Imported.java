package roundhouse.exchange.configuration;

import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Problem;

/** What came of reading a configuration. */
public sealed interface Imported {
    /**
     * A system that can run.
     *
     * @param format what people call the program whose configuration it is
     * @param notes what became of each line, in their order
     * @param assumed what no configuration says and was assumed, a sentence each
     */
    record Read(Topology topology, String format, List<LineNote> notes, List<String> assumed) implements Imported {
        public Read {
            notes = List.copyOf(notes);
            assumed = List.copyOf(assumed);
        }

        /** What was not understood. */
        public List<LineNote> missed() {
            return notes.stream().filter(note -> !note.understood()).toList();
        }
    }

    /** At least one problem. */
    record Refused(List<Problem> problems) implements Imported {
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
