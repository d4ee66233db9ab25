package roundhouse.exchange;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import roundhouse.topology.Topology;

/** The registry of languages in which a topology is drawn by other programs. */
public enum DiagramFormat {
    MERMAID("mermaid") {
        @Override
        public void write(Topology topology, PrintWriter out) {
            MermaidWriter.write(topology, out);
        }
    },
    D2("d2") {
        @Override
        public void write(Topology topology, PrintWriter out) {
            D2Writer.write(topology, out);
        }
    };

    private final String key;

    DiagramFormat(String key) {
        this.key = key;
    }

    /** Its name on the command line. */
    public String key() {
        return key;
    }

    /** Writes the topology's nodes and links, and leaves the writer open. */
    public abstract void write(Topology topology, PrintWriter out);

    public static Optional<DiagramFormat> of(String key) {
        return Arrays.stream(values()).filter(format -> format.key.equals(key)).findFirst();
    }

    public static List<String> keys() {
        return Arrays.stream(values()).map(DiagramFormat::key).toList();
    }
}
