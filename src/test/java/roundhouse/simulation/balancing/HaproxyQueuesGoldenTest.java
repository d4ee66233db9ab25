package roundhouse.simulation.balancing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.golden.Golden;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.simulation.testing.ScriptedBalancer;
import roundhouse.simulation.testing.Systems;
import roundhouse.topology.CrashMode;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.FailoverPolicy;
import roundhouse.topology.nodes.parts.Sticky;
import roundhouse.topology.nodes.waiting.BalancerQueue;
import roundhouse.topology.nodes.waiting.TimeLimits;
import tools.jackson.databind.JsonNode;

/**
 * HAProxy's recorded queues: who begins where and in which order, who is turned away and when. A recorded time is later than ours by
 * what the machine took, some milliseconds for each request before it.
 */
class HaproxyQueuesGoldenTest {
    private static final long SLACK = 60;
    /** Where 503 says that nobody could be reached, and not that too many wait. */
    private static final Set<String> FAILED = Set.of("all-down", "connect-timeout");
    /** Where HAProxy waits for a part of a second before it tries again. */
    private static final Set<String> LATER = Set.of("connect-timeout-redispatch");

    private final JsonNode recorded = Golden.read("haproxy/queues.json");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hash-waits",
                "hash-maxqueue",
                "hash-queue-timeout",
                "bounded-spills",
                "bounded-at-limit",
                "bounded-125-maxconn-2",
                "shared",
                "three-servers",
                "leastconn-counts",
                "cookie-waits",
                "cookie-maxqueue",
                "cookie-maxqueue-redispatch",
                "both-queues",
                "down-redispatch",
                "down-stays",
                "down-restarts-timer",
                "up-takes",
                "all-down",
                "all-down-later",
                "server-timeout",
                "http-client-timeout",
                "connect-timeout",
                "connect-timeout-redispatch"
            })
    void goesAsRecorded(String name) {
        JsonNode recording = of(name);
        ScriptedBalancer system = atRecordedHome(recording);
        for (JsonNode request : recording.get("requests")) {
            int number = request.get("n").asInt();
            ScriptedBalancer.Ended ended = system.ended().get(number);
            assertThat(ended).as("%s: %s", name, request).isNotNull();
            boolean ok = request.get("status").asInt() == 200;
            assertThat(ended.outcome() == Outcome.OK)
                    .as("%s: %s", name, request)
                    .isEqualTo(ok);
            if (ok) {
                assertThat(ended.server())
                        .as("%s: %s", name, request)
                        .isEqualTo(request.get("server").asString());
            } else {
                assertThat(ended.outcome())
                        .as("%s: %s", name, request)
                        .isEqualTo(
                                request.get("status").asInt() == 504 || FAILED.contains(name)
                                        ? Outcome.FAILED
                                        : Outcome.REJECTED);
            }
            long late = request.get("end").asLong() - ended.at();
            assertThat(late)
                    .as("%s: %s ended at %s", name, request, ended.at())
                    .isBetween(-5L, LATER.contains(name) ? 1_000 : 2 * SLACK);
            Golden.equal(1);
        }
        recording.get("begun").properties().forEach(server -> {
            List<Integer> begun = new ArrayList<>();
            server.getValue().forEach(number -> begun.add(number.asInt()));
            int target = Integer.parseInt(server.getKey().substring(1)) - 1;
            assertThat(system.begun(target))
                    .as("%s begun at %s", name, server.getKey())
                    .isEqualTo(begun);
        });
    }

    @Test
    void everyRecordingOfQueuesIsTested() {
        assertThat(recorded.get("cases").size()).isEqualTo(23);
    }

    private JsonNode of(String name) {
        for (JsonNode one : recorded.get("cases")) {
            if (one.get("name").asString().equals(name)) {
                return one;
            }
        }
        throw new AssertionError("no recording of " + name);
    }

    /** With a key that has its home where the recorded one has: keys hash otherwise here. */
    private static ScriptedBalancer atRecordedHome(JsonNode recording) {
        for (long key = 0; ; key++) {
            ScriptedBalancer system = run(recording, key);
            JsonNode first = recording.get("begun").get("s1").get(0);
            if ((first != null && first.asInt() == 1) == system.begun(0).contains(1)) {
                return system;
            }
        }
    }

    private static ScriptedBalancer run(JsonNode recording, long key) {
        List<String> lines = new ArrayList<>();
        recording.get("backend").forEach(line -> lines.add(line.asString()));
        recording.get("defaults").forEach(line -> lines.add(line.asString()));
        ScriptedBalancer system = new ScriptedBalancer(balancer(lines), key);
        for (String line : lines) {
            if (line.startsWith("server ")) {
                Link link = Link.of("lb", line.split(" ")[1].replace('@', 's'), Systems.fixed(0))
                        .with(Link.LIMIT, after(line, "maxconn", Integer.MAX_VALUE))
                        .with(Link.DOWN, line.contains("disabled"));
                system.target(link);
            }
        }
        if (recording.get("name").asString().startsWith("connect")) {
            // It was made not to accept: a full backlog.
            system.crash(0, CrashMode.BLACK_HOLE);
        }
        for (JsonNode request : recording.get("requests")) {
            system.send(new ScriptedBalancer.Sent(
                    request.get("n").asInt(),
                    request.get("at").asInt(),
                    request.get("ms").asInt(),
                    cookie(request)));
        }
        for (JsonNode command : recording.get("commands")) {
            system.at(command.get("at").asLong());
            String[] words = command.get("do").asString().split(" ");
            int target = Integer.parseInt(words[2].substring(3)) - 1;
            system.revise(target, system.link(target).with(Link.DOWN, words[4].equals("maint")));
        }
        system.at(20_000);
        return system;
    }

    private static @Nullable String cookie(JsonNode request) {
        return request.has("cookie") ? request.get("cookie").asString() : null;
    }

    private static LoadBalancer balancer(List<String> lines) {
        String all = String.join("\n", lines);
        int maxqueue = after(all, "maxqueue", 0);
        // Without one the time to wait is that to connect.
        Duration wait = Duration.ofMillis(after(all, "timeout queue", 2_000));
        BalancerQueue queue = BalancerQueue.of(BalancerQueue.By.SHARED)
                .with(BalancerQueue.TIMEOUT, wait)
                .with(BalancerQueue.TARGET_LENGTH, maxqueue == 0 ? Integer.MAX_VALUE : maxqueue)
                .with(BalancerQueue.REDISPATCH, all.contains("option redispatch"));
        int server = after(all, "timeout server", 0);
        FailoverPolicy passOn = new FailoverPolicy(
                1 + after(all, "retries", 0), Failure.HAPROXY, false, server == 0 ? null : Duration.ofMillis(server));
        int connect = after(all, "timeout connect", 0);
        return Systems.balancer("lb", Algorithm.ROUND_ROBIN)
                .with(LoadBalancer.ALGORITHM, balancing(all))
                .with(LoadBalancer.STICKY, all.contains("cookie SRV") ? Sticky.of(Sticky.By.COOKIE) : Sticky.OFF)
                .with(LoadBalancer.PASS_ON, passOn)
                .with(LoadBalancer.TIMEOUTS, new TimeLimits(connect == 0 ? null : Duration.ofMillis(connect), null))
                .with(LoadBalancer.QUEUE, queue);
    }

    private static Balancing balancing(String all) {
        if (all.contains("leastconn")) {
            return Balancing.of(Algorithm.HAPROXY_LEASTCONN);
        }
        if (!all.contains("hdr(host)")) {
            return Balancing.of(Algorithm.HAPROXY_ROUNDROBIN);
        }
        int factor = after(all, "hash-balance-factor", 0);
        Balancing hash = Balancing.of(Algorithm.HASH);
        return factor == 0 ? hash : hash.placed(bounded(factor));
    }

    private static PlacementSettings bounded(int factor) {
        PlacementSettings ring = PlacementSettings.DEFAULT;
        return new PlacementSettings(ring.kind(), ring.hash(), ring.virtualNodes(), 1, factor, List.of());
    }

    private static int after(String text, String word, int otherwise) {
        int at = text.indexOf(word + " ");
        return at < 0
                ? otherwise
                : Integer.parseInt(text.substring(at + word.length() + 1).split("\\s")[0]);
    }
}
