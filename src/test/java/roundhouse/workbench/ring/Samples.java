package roundhouse.workbench.ring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** What the tests of the ring play. */
public final class Samples {
    private Samples() {}

    /** Clients, the balancer {@code lb-1} that routes by key and checks its servers' health, and five servers. */
    public static Topology consistentHashing() {
        try {
            String text = Files.readString(Path.of("samples", "consistent-hashing.json"))
                    .replace(
                            "\"layer\": 7,",
                            "\"layer\": 7, \"checks\": { \"interval\": \"500ms\", \"timeout\": \"300ms\" },");
            return ((ReadResult.Read) TopologyFile.parse(text)).topology().withScenario(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
