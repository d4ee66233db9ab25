package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import roundhouse.routing.Address;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.Topology;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.targets.BackupUse;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.types.Types;

/**
 * What HAProxy was seen to do with requests that wait.
 *
 * @param servers their weights, limits and whether they are backups, in the words of {@link LiveDraw#told}
 * @param line how many may wait for one server
 * @param steps {@code +} a request comes, {@code +5} one about that key, {@code +s2} one whose cookie
 *     names that server, {@code -3} the third ends, {@code s1=maint} that server gets that state by the runtime API,
 *     {@code 1.5s} it is so late; and after that {@code 5@2}: server 2 begins the fifth
 */
record Recording(Balancing balancing, String servers, int line, BackupUse backups, String steps) {
    private static final Pattern SERVER = Pattern.compile("(\\d+)(?: of (\\d+))?( down)?( backup)?");

    Recording(Algorithm algorithm, String servers, int line, BackupUse backups, String steps) {
        this(Balancing.of(algorithm), servers, line, backups, steps);
    }

    Topology topology() {
        Topology topology = LiveDraw.system(balancing);
        LoadBalancer balancer = (LoadBalancer) topology.node("lb").orElseThrow();
        topology = topology.with(balancer.with(LoadBalancer.BACKUPS, backups)
                .with(
                        LoadBalancer.QUEUE,
                        BalancerQueue.of(BalancerQueue.By.SHARED).with(BalancerQueue.TARGET_LENGTH, line)));
        Matcher server = SERVER.matcher(servers);
        for (int i = 0; server.find(); i++) {
            topology = LiveDraw.target(topology, i, Integer.parseInt(server.group(1)), server.group(3) != null);
            int limit = server.group(2) == null ? Types.UNLIMITED : Integer.parseInt(server.group(2));
            Link link = topology.linksFrom("lb").getLast();
            topology = topology.with(link.with(Link.LIMIT, limit).with(Link.BACKUP, server.group(4) != null));
        }
        return LiveDraw.timeless(topology);
    }

    /** The run does the same. */
    void play(LiveRun run) {
        for (String step : steps.split(";\\s+", -1)) {
            List<String> words = List.of(step.strip().split("\\s+", -1));
            play(run, words.getFirst());
            assertThat(run.begun().stream().map(one -> one.request() + "@" + one.target()))
                    .as("%s of %s", step, this)
                    .containsExactlyElementsOf(words.subList(1, words.size()));
        }
    }

    private static void play(LiveRun run, String what) {
        if (what.startsWith("+")) {
            String cookie = what.startsWith("+s") ? what.substring(1) : null;
            long key = what.equals("+") || cookie != null ? 1 : Long.parseLong(what.substring(1));
            run.begin(new LiveModel.Asked(Address.parse("127.0.0.1"), key), cookie);
        } else if (what.startsWith("-")) {
            run.end(-Long.parseLong(what));
        } else if (what.startsWith("s")) {
            int equals = what.indexOf('=');
            run.state(Integer.parseInt(what.substring(1, equals)) - 1, what.substring(equals + 1));
        } else {
            run.until((long) (Double.parseDouble(what.substring(0, what.length() - 1)) * 1e9));
        }
    }
}
