package roundhouse.simulation.caching;

import static roundhouse.simulation.testing.Traces.trace;

import java.util.List;
import roundhouse.simulation.reasons.CacheAnswer;
import roundhouse.topology.Topology;

/** What caches said of a request of a run, in words. */
final class CacheAnswers {
    private CacheAnswers() {}

    /** All that the caches on its way said, one after the other. */
    static List<String> why(Topology topology, long request) {
        return trace(topology, request).caches().stream()
                .map(CacheAnswer::because)
                .flatMap(List::stream)
                .toList();
    }

    /** The first sentence of each cache on its way. */
    static List<String> first(Topology topology, long request) {
        return trace(topology, request).caches().stream()
                .map(answer -> answer.because().getFirst())
                .toList();
    }
}
