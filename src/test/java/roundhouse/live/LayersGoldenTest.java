package roundhouse.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import roundhouse.golden.Golden;
import roundhouse.routing.Address;
import roundhouse.routing.Outcome;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.Run;
import roundhouse.simulation.observing.RecentRequestsObserver;
import roundhouse.simulation.outside.Outside;
import roundhouse.simulation.outside.OutsideJob;
import roundhouse.simulation.outside.OutsideRequest;
import tools.jackson.databind.JsonNode;

/**
 * The same requests over the same connections as HAProxy had: at layer 4 it chose with the first of a connection, at layer 7 with each.
 * The other cases of the recording are headers of the PROXY protocol, which nothing here speaks.
 */
class LayersGoldenTest implements Outside {
    private final List<String> picks = new ArrayList<>();
    private @Nullable OutsideJob last;
    private long connections;

    static List<JsonNode> layers() {
        return Golden.cases("edge/layer4_layer7.json").stream()
                .filter(recorded -> recorded.has("pool_requests"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource
    void layers(JsonNode recorded) {
        int layer = recorded.get("id").asString().equals("layer4") ? 4 : 7;
        Run run = Run.driven(
                LiveRig.topology(
                        "\"algorithm\": \"haproxy-roundrobin\", \"layer\": " + layer,
                        "\"cores\": 4, \"service\": \"1ms\", \"queue\": 1000",
                        recorded.get("servers").asInt()),
                this,
                new RecentRequestsObserver());
        JsonNode one = recorded.get("one_connection_20_requests");
        connections++;
        for (JsonNode server : one) {
            ask(run, connections, server);
        }
        close(run, connections);
        JsonNode each = recorded.get("one_request_per_connection");
        for (JsonNode server : each) {
            ask(run, ++connections, server);
            close(run, connections);
        }
        JsonNode pool = recorded.get("pool_requests");
        openInOrder(run, recorded, layer);
        for (JsonNode pair : pool) {
            ask(run, 1_000 + pair.get(0).asInt(), pair.get(1));
        }
        Golden.equal(one.size() + each.size() + pool.size());
    }

    /** HAProxy chose for the pool's connections when they were opened, in their order, before any carried a request. */
    private void openInOrder(Run run, JsonNode recorded, int layer) {
        if (layer == 4) {
            for (int connection = 0;
                    connection < recorded.get("pool_connections").asInt();
                    connection++) {
                begin(run, 1_000 + connection);
            }
        }
    }

    private void ask(Run run, long connection, JsonNode server) {
        begin(run, connection);
        assertThat(picks.getLast()).isEqualTo("s" + (server.asInt() + 1));
    }

    private void begin(Run run, long connection) {
        run.traffic()
                .begin(
                        "users",
                        new OutsideRequest(
                                Address.ofIpv4(0x7f000001),
                                1,
                                false,
                                1,
                                RequestKind.PLAIN,
                                true,
                                connection,
                                Map.of()));
        run.runUntil(run.nowNanos() + 1_000_000);
        OutsideJob job = last;
        assertThat(job).isNotNull();
        run.traffic().started(job.server(), job.slot(), job.attempt());
        run.traffic().ended(job.server(), job.slot(), job.attempt(), Outcome.OK, false, null);
        run.runUntil(run.nowNanos() + 1_000_000);
    }

    private static void close(Run run, long connection) {
        run.traffic().disconnected("users", connection);
    }

    @Override
    public void work(OutsideJob job) {
        last = job;
        picks.add(job.server());
    }
}
