package roundhouse.exchange;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import roundhouse.simulation.Tracer;
import roundhouse.topology.ReadResult;
import roundhouse.topology.Topology;
import roundhouse.topology.TopologyFile;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of a sample in which many time out and are tried again. */
final class Recorded {
    static final TracedRun RUN = run("samples/retry-storm.json", 14_900_000_000L, 16_500_000_000L, 2_000);

    private Recorded() {}

    static TracedRun run(String sample, long from, long until, int most) {
        Topology topology = ((ReadResult.Read) TopologyFile.read(Path.of(sample))).topology();
        return TracedRun.of(topology, List.of(), Tracer.Wanted.begunBetween(from, until, most), until);
    }

    static String text(TraceFormat format, TracedRun run) {
        StringWriter out = new StringWriter();
        format.write(run, out);
        return out.toString();
    }

    static JsonNode json(TraceFormat format) {
        return JsonMapper.builder().build().readTree(text(format, RUN));
    }
}
