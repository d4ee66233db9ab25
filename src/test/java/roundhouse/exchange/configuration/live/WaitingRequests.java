package roundhouse.exchange.configuration.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import roundhouse.routing.Address;

/** Requests that HAProxy's servers hold, and others that wait in its queues, beside a run that must do the same with each. */
final class WaitingRequests {
    private final LiveBench bench;
    private final LiveRun model;
    private final LiveAdmin admin;
    private final SplittableRandom random;
    private final int most;
    private final Map<Long, CompletableFuture<HttpResponse<String>>> open = new HashMap<>();
    private final Map<Long, Address> users = new HashMap<>();
    private final Map<Address, String> cookies = new HashMap<>();
    private final List<Long> held = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    /** @param most so many are held or wait at once, unless nobody can be let go */
    WaitingRequests(LiveBench bench, LiveRun model, LiveAdmin admin, SplittableRandom random, int most) {
        this.bench = bench;
        this.model = model;
        this.admin = admin;
        this.random = random;
        this.most = most;
    }

    /** By chance sends that request, or lets one end that is held. */
    void either(LiveModel.Asked asked) throws IOException, InterruptedException {
        if (held.isEmpty() || (open.size() < most && random.nextInt(5) < 3)) {
            send(asked);
        } else {
            end(held.get(random.nextInt(held.size())));
        }
    }

    void send(LiveModel.Asked asked) throws IOException, InterruptedException {
        String cookie = cookies.get(asked.client());
        long number = model.begin(asked, cookie);
        told.add("request " + number + " of " + asked.client() + " about " + asked.key() + ", " + cookie);
        HttpClient http = bench.client(asked.client().toString());
        users.put(number, asked.client());
        open.put(
                number,
                bench.sendSticking(http, "/hold-" + number + "?key=key-" + asked.key(), cookie)
                        .whenComplete((_, _) -> http.shutdown()));
        compare();
    }

    private void end(long number) throws IOException, InterruptedException {
        told.add("end of " + number);
        bench.backends.letGo("/hold-" + number);
        String set = cookie(Objects.requireNonNull(open.remove(number)).join());
        held.remove(number);
        model.end(number);
        assertThat(set).as("cookie after %s", this).isEqualTo(model.cookie(number));
        if (set != null) {
            cookies.put(users.get(number), set);
        }
        compare();
    }

    /** The server that the answer has its client come back to, or null. */
    private static @Nullable String cookie(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Set-Cookie")
                .map(cookie -> cookie.replaceFirst("^ROUNDHOUSE=([^;]*).*", "$1"))
                .orElse(null);
    }

    /** The server, in HAProxy and in the run, is {@code ready}, or in {@code drain} or {@code maint}. */
    void state(int target, String state) throws IOException, InterruptedException {
        String command = "set server lb/" + model.link(target).to() + " state " + state;
        told.add(command);
        assertThat(admin.say(command)).as(command).isEmpty();
        model.state(target, state);
        compare();
    }

    /** The run goes on until then, which the program has reached. */
    void until(long modelNanos) throws IOException, InterruptedException {
        told.add("until " + modelNanos / 1_000_000 + " ms");
        model.until(modelNanos);
        compare();
    }

    private void compare() throws IOException, InterruptedException {
        Set<LiveBackends.Arrival> expected = new HashSet<>();
        Set<LiveBackends.Arrival> arrived = new HashSet<>();
        for (LiveRun.Begun one : model.begun()) {
            expected.add(new LiveBackends.Arrival("/hold-" + one.request(), one.target()));
            arrived.add(bench.backends.nextArrival(this::toString));
            held.add(one.request());
            told.add(one.request() + "@" + one.target());
        }
        assertThat(arrived).as(toString()).isEqualTo(expected);
        for (long number : List.copyOf(open.keySet())) {
            if (model.outcome(number) != null) {
                assertThat(Objects.requireNonNull(open.remove(number)).join().statusCode())
                        .as(toString())
                        .isEqualTo(503);
            }
        }
        awaitQueue(open.size() - held.size());
    }

    private void awaitQueue(int expected) throws IOException, InterruptedException {
        int waiting = waiting();
        for (int i = 0; i < 100 && waiting != expected; i++) {
            Thread.sleep(20);
            waiting = waiting();
        }
        assertThat(waiting).as("waiting after %s", this).isEqualTo(expected);
    }

    /** How many wait in the queues of the servers and in that of all. */
    private int waiting() throws IOException, InterruptedException {
        ToIntFunction<String> length = line -> Integer.parseInt(line.split(",", -1)[2]);
        return admin.say("show stat")
                .lines()
                .filter(line -> line.startsWith("lb,") && !line.startsWith("lb,FRONTEND,"))
                .mapToInt(length)
                .sum();
    }

    /** All that are held end, and those that wait then. */
    void finish() throws IOException, InterruptedException {
        while (!held.isEmpty()) {
            end(held.getFirst());
        }
    }

    @Override
    public String toString() {
        return LiveDraw.told(bench.topology) + " after " + told;
    }
}
