package roundhouse.exchange;

import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import roundhouse.routing.Failure;
import roundhouse.simulation.observing.tracing.TraceSelection;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests of a sample in which many time out and are tried again. */
final class Recorded {
    static final TracedRun RUN = run("samples/retry-storm.json", 14_950_000_000L, 16_500_000_000L, 200);

    /** A server that answers nothing from 15 s on; its balancer gives each request 50 ms there, and then to the next one. */
    static final TracedRun PASSED_ON = passedOn(14_900_000_000L, 15_500_000_000L);

    /** Searches that ask forty leaves at once, and hedge. */
    static final TracedRun FANNED_OUT = run("samples/tail-at-scale.json", 1_000_000_000L, 1_100_000_000L, 100);

    /** Reads through a cache beside the server, each of which looks there once. */
    static final TracedRun CACHED = run("samples/stale-set-and-leases.json", 1_000_000_000L, 1_050_000_000L, 100);

    /** An attack that the balancer turns away, on the way to the limit of each address. */
    static final TracedRun LIMITED = run("samples/attack-wave.json", 25_000_000_000L, 26_000_000_000L, 500);

    /** A store that is slow, with the breaker before it open. */
    static final TracedRun BROKEN =
            run("samples/breaker-before-a-slow-store.json", 24_000_000_000L, 24_500_000_000L, 500);

    private Recorded() {}

    /** What the caches of those requests answered and why, as it is told. */
    static List<String> reasons() {
        return CACHED.traces().stream()
                .flatMap(trace -> trace.caches().stream())
                .map(answer -> String.join(" ", answer.because()))
                .toList();
    }

    private static TracedRun passedOn(long from, long until) {
        Topology sample = topology("samples/dead-server-without-checks.json");
        LoadBalancer balancer = (LoadBalancer) sample.node("lb-1").orElseThrow();
        Topology topology = sample.with(
                balancer.with(LoadBalancer.PASS_ON, new FailoverPolicy(2, Failure.NGINX, true, Duration.ofMillis(50))));
        return TracedRun.of(topology, List.of(), TraceSelection.begunBetween(from, until, 2_000), until);
    }

    private static Topology topology(String sample) {
        return ((ReadResult.Read) TopologyFile.read(Path.of(sample))).topology();
    }

    static TracedRun run(String sample, long from, long until, int most) {
        return TracedRun.of(topology(sample), List.of(), TraceSelection.begunBetween(from, until, most), until);
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
