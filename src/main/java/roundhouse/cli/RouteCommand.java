package roundhouse.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import roundhouse.cli.options.InputException;
import roundhouse.cli.words.Nearest;
import roundhouse.kernel.RandomStream;
import roundhouse.routing.Address;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;
import roundhouse.routing.Pool;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;
import roundhouse.routing.algorithms.Algorithm;

/**
 * {@code roundhouse route}: what an algorithm picks for one request after another, each answered after a millisecond and before the
 * next is sent.
 */
@Command(
        name = "route",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Prints what an algorithm picks, a target a line, exactly as the engine makes the picks.",
            "Requests come one after another, each answered after 1 ms and before the next.",
            "Prints 'none' where no target can take the request."
        })
final class RouteCommand implements Callable<Integer> {
    private static final long ANSWER_NANOS = 1_000_000;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--algorithm",
            required = true,
            paramLabel = "A",
            description = "one of: ${COMPLETION-CANDIDATES}",
            completionCandidates = Algorithms.class)
    private String algorithm = "";

    @Option(
            names = "--targets",
            required = true,
            paramLabel = "NAME=WEIGHT,…",
            description = "the targets; '=WEIGHT' may be left out, '@REGION' may follow")
    private String targets = "";

    @Option(names = "--down", split = ",", paramLabel = "NAME", description = "marked as down")
    private List<String> down = List.of();

    @Option(names = "--backup", split = ",", paramLabel = "NAME", description = "used only when no other can be")
    private List<String> backup = List.of();

    @Option(names = "--requests", paramLabel = "N", description = "how many picks; default: ${DEFAULT-VALUE}")
    private int requests = 10;

    @Option(
            names = "--clients",
            paramLabel = "FILE",
            description = "a request for each line: the client's IP address; '-' for the standard input")
    private @Nullable Path clients;

    @Option(
            names = "--uris",
            paramLabel = "FILE",
            description =
                    "a request for each line: the path asked for, which haproxy-uri goes by; '-' for the standard input")
    private @Nullable Path uris;

    @Option(names = "--from", paramLabel = "REGION", description = "the clients' region")
    private @Nullable String from;

    @Option(names = "--seed", paramLabel = "N", description = "for algorithms that draw; default: ${DEFAULT-VALUE}")
    private long seed = 42;

    private final List<String> regions = new ArrayList<>();
    private final Pool pool = new Pool();
    private long nowNanos;

    /** The algorithms' names, for the help text. */
    static final class Algorithms extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Algorithms() {
            for (Algorithm algorithm : Algorithm.values()) {
                add(algorithm.key());
            }
        }
    }

    /** A request of which only the sender is known. */
    private record ClientRequest(Address client, int region, long number, RequestKind kind) implements Request {
        ClientRequest(Address client, int region, long number) {
            this(client, region, number, RequestKind.PLAIN);
        }

        @Override
        public long session() {
            return number;
        }

        @Override
        public long key() {
            return number;
        }
    }

    /** The algorithm of that name. */
    static Algorithm algorithm(String name) {
        return Algorithm.of(name)
                .orElseThrow(() -> new InputException(
                        "'" + name + "' is not an algorithm" + Nearest.suggestionOrAll(name, new Algorithms())));
    }

    @Override
    public Integer call() {
        Algorithm chosen = algorithm(algorithm);
        if (uris != null && clients != null) {
            throw new InputException("--uris and --clients each say what the requests are; give one of them");
        }
        if (requests < 0) {
            throw new InputException("--requests: " + requests + " is negative");
        }
        new TargetList(pool, regions).read(targets, down, backup);
        int region = from == null ? Regions.NOWHERE : region(from);
        Balancer balancer = chosen.create(new Algorithm.Context(
                new RandomStream(seed),
                () -> nowNanos,
                new Regions(new double[regions.size()][]),
                roundhouse.topology.nodes.balancing.Balancing.DEFAULT_DECAY.toNanos()));
        PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
        Address client = Address.ofIpv4(0x7f000001);
        if (uris != null) {
            pickForUris(balancer, uris, client, region, out);
        } else if (clients == null) {
            for (int i = 0; i < requests; i++) {
                out.println(pick(balancer, new ClientRequest(client, region, i)));
            }
        } else {
            pickForClients(balancer, clients, region, out);
        }
        return ExitCode.WELL;
    }

    private void pickForClients(Balancer balancer, Path file, int region, PrintWriter out) {
        int[] number = {0};
        KeyLines.read(file, "a list of clients", line -> {
            number[0]++;
            if (!line.isBlank()) {
                out.println(pick(balancer, new ClientRequest(Address.parse(line.strip()), region, number[0])));
            }
        });
    }

    private void pickForUris(Balancer balancer, Path file, Address client, int region, PrintWriter out) {
        int[] number = {0};
        KeyLines.read(file, "a list of paths", line -> {
            number[0]++;
            if (!line.isBlank()) {
                RequestKind kind = new RequestKind(line.strip(), Map.of(), Map.of());
                out.println(pick(balancer, new ClientRequest(client, region, number[0], kind)));
            }
        });
    }

    private String pick(Balancer balancer, Request request) {
        int target = balancer.pick(request, pool);
        if (target == Balancer.NONE) {
            return "none";
        }
        pool.started(target);
        balancer.started(target);
        nowNanos += ANSWER_NANOS;
        pool.finished(target);
        balancer.finished(target, ANSWER_NANOS, Outcome.OK);
        return pool.name(target);
    }

    private int region(String name) {
        if (!regions.contains(name)) {
            regions.add(name);
        }
        return regions.indexOf(name);
    }
}
