package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import roundhouse.routing.Balancer;
import roundhouse.routing.Outcome;

/** Requests that a bench's servers hold, beside the model that must pick the same server for each. */
final class HeldRequests implements AutoCloseable {
    /** nginx and HAProxy answer so where no server can take a request. */
    private static final List<Integer> NOBODY = List.of(502, 503);

    private final LiveBench bench;
    private final LiveModel model;
    private final SplittableRandom random;
    private final int most;
    private final List<Held> held = new ArrayList<>();
    private int sent;

    private record Held(String path, int target, CompletableFuture<HttpResponse<String>> answer) {}

    /** @param most so many are held at once */
    HeldRequests(LiveBench bench, LiveModel model, SplittableRandom random, int most) {
        this.bench = bench;
        this.model = model;
        this.random = random;
        this.most = most;
    }

    /** By chance sends that request, or lets one end that is held. */
    void either(LiveModel.Asked asked, Object told) throws IOException, InterruptedException {
        if (held.isEmpty() || (held.size() < most && random.nextInt(5) < 3)) {
            send(asked, told);
        } else {
            end(held.remove(random.nextInt(held.size())));
        }
    }

    /** @param told what is said of the system where it picks otherwise */
    private void send(LiveModel.Asked asked, Object told) throws IOException, InterruptedException {
        String path = "/hold-" + sent++;
        int target = model.pick(asked);
        HttpClient http = bench.client(asked.client().toString());
        var answer = bench.send(http, path + "?key=key-" + asked.key()).whenComplete((_, _) -> http.shutdown());
        String request = "request %d of %s about %d with %d in hand, of %s"
                .formatted(sent - 1, asked.client(), asked.key(), held.size(), told);
        if (target == Balancer.NONE) {
            assertThat(answer.join().statusCode()).as(request).isIn(NOBODY);
            return;
        }
        assertThat(bench.backends.nextHeld()).as(request).isEqualTo(target);
        held.add(new Held(path, target, answer));
    }

    private void end(Held one) {
        bench.backends.letGo(one.path());
        one.answer().join();
        model.done(one.target(), Outcome.OK);
    }

    /** All that are held end. */
    @Override
    public void close() {
        held.forEach(this::end);
        held.clear();
    }
}
