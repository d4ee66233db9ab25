package roundhouse.analysis.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import roundhouse.topology.Topology;
import roundhouse.topology.files.ReadResult;
import roundhouse.topology.files.TopologyFile;

/** Clients, a balancer and a server as files have them, and what the structure check says of them, a line each. */
final class CheckedSystems {
    static final String USERS = clients(rate("400/s"));
    static final String BALANCER = "{ \"id\": \"lb\", \"kind\": \"load-balancer\" }";
    static final String SERVER = "{ \"id\": \"s1\", \"kind\": \"server\", \"cores\": 2, \"service\": \"4ms\" }";

    private CheckedSystems() {}

    static String clients(String keys) {
        return "{ \"id\": \"users\", \"kind\": \"clients\", " + keys + " }";
    }

    static String rate(String rate) {
        return "\"arrivals\": { \"type\": \"poisson\", \"rate\": \"" + rate + "\" }";
    }

    /** Links are given as "from to" and further keys. */
    static String text(String nodes, String... links) {
        String joined = Stream.of(links)
                .filter(link -> !link.isEmpty())
                .map(link -> link.split(" ", 3))
                .map(link -> "{ \"from\": \"" + link[0] + "\", \"to\": \"" + link[1] + "\""
                        + (link.length > 2 ? ", " + link[2] : "") + " }")
                .reduce((a, b) -> a + "," + b)
                .orElse("");
        return "{ \"format\": 1, \"nodes\": [ " + nodes + " ], \"links\": [ " + joined + " ] }";
    }

    static List<String> findings(String nodes, String... links) {
        return findings(read(text(nodes, links)));
    }

    static List<String> findings(Topology topology) {
        return StructureCheck.of(topology).stream().map(Finding::toString).toList();
    }

    static Topology read(String text) {
        ReadResult result = TopologyFile.parse(text);
        assertThat(result).isInstanceOf(ReadResult.Read.class);
        return ((ReadResult.Read) result).topology();
    }
}
