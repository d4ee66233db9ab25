package roundhouse.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

/** Every decision and pause that was recorded of real limiters. */
class RecordedLimitersTest {
    private static final long MILLI = 1_000_000;

    private static Stream<DynamicTest> each(String file, Consumer<JsonNode> check) {
        return Golden.each("edge/" + file, check, "requests", "ops", "events");
    }

    private static <T> T of(Map<String, T> all, String key, Supplier<T> made) {
        return all.computeIfAbsent(key, _ -> made.get());
    }

    /** Bandwidth, burst and what need not wait of a directive of nginx. */
    static LeakyBucket nginx(JsonNode limit) {
        String rate = limit.get("rate").asString();
        String mode = limit.path("mode").asString("delay=0");
        long burst = limit.path("burst").asLong(0);
        return new LeakyBucket(
                new Quota(
                        Long.parseLong(rate.substring(0, rate.indexOf('r'))),
                        rate.endsWith("s") ? 1_000 * MILLI : 60_000 * MILLI),
                burst,
                mode.equals("nodelay") ? burst : Long.parseLong(mode.substring("delay=".length())));
    }

    @TestFactory
    Stream<DynamicTest> leakyBucketAsNginx() {
        return each("nginx_limit_req.json", recorded -> {
            JsonNode limits = recorded.get("limits");
            int outcomeAt = limits.size() > 1 ? 3 : 2;
            Map<String, LeakyBucket> buckets = new TreeMap<>();
            for (JsonNode request : recorded.get("requests")) {
                List<LeakyBucket> asked = new ArrayList<>();
                for (int i = 0; i < limits.size(); i++) {
                    JsonNode limit = limits.get(i);
                    String key = request.get(limit.path("key").asString("k").equals("g") ? 2 : 1)
                            .asString();
                    if (!key.isEmpty()) {
                        asked.add(of(buckets, i + key, () -> nginx(limit)));
                    }
                }
                long nowNanos = request.get(0).asLong() * MILLI;
                JsonNode logged = request.get(outcomeAt + 2);
                for (int i = 0; i < asked.size(); i++) {
                    JsonNode excess = logged.isArray() ? logged.get(i) : logged;
                    if (excess != null) {
                        assertThat(asked.get(i).excessAfter(1, nowNanos))
                                .as("%s", request)
                                .isEqualTo(excess.asLong());
                    }
                }
                long expected = request.get(outcomeAt).asString().equals("rejected")
                        ? RateLimiter.REFUSED
                        : request.get(outcomeAt + 1).asLong() * MILLI;
                RateLimiter limiter = asked.size() == 1 ? asked.getFirst() : new LeakyBuckets(asked);
                assertThat(limiter.ask(1, nowNanos)).as("%s", request).isEqualTo(expected);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> tokenBucketAsBucket4j() {
        return each("bucket4j.json", recorded -> {
            List<Bandwidth> limits = new ArrayList<>();
            for (JsonNode bandwidth : recorded.get("bandwidths")) {
                limits.add(new Bandwidth(
                        bandwidth.get("capacity").asLong(),
                        new Quota(
                                bandwidth.get("refill_tokens").asLong(),
                                bandwidth.get("refill_period_ms").asLong() * MILLI),
                        bandwidth.get("refill").asString().equals("intervally"),
                        bandwidth.get("initial_tokens").asLong()));
            }
            TokenBucket bucket = new TokenBucket(limits, 0);
            for (JsonNode op : recorded.get("ops")) {
                long nowNanos = op.get(0).asLong();
                int permits = op.get(1).asInt();
                assertThat(bucket.waitNanos(permits, nowNanos))
                        .as("%s", op)
                        .isEqualTo(op.get(4).asLong());
                assertThat(bucket.ask(permits, nowNanos))
                        .as("%s", op)
                        .isEqualTo(op.get(2).asInt() == 1 ? 0 : RateLimiter.REFUSED);
                assertThat(bucket.available(nowNanos))
                        .as("%s", op)
                        .isEqualTo(op.get(3).asLong());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> guava() {
        return each("guava_ratelimiter.json", recorded -> {
            double rate = recorded.get("permits_per_second").asDouble();
            GuavaLimiter limiter = recorded.get("kind").asString().equals("SmoothBursty")
                    ? new GuavaBursty(rate, recorded.get("max_burst_seconds").asDouble(), Long.MAX_VALUE, 0)
                    : new GuavaWarmingUp(rate, recorded.get("warmup_ms").asLong() * MILLI, Long.MAX_VALUE, 0);
            for (JsonNode op : recorded.get("ops")) {
                long nowNanos = op.get(0).asLong() * 1_000;
                if (op.get(1).asString().equals("setRate")) {
                    limiter.rate(op.get(2).asDouble(), nowNanos);
                    continue;
                }
                long timeout = op.get(3).asLong();
                long answer = timeout < 0
                        ? limiter.ask(op.get(2).asInt(), nowNanos)
                        : limiter.ask(op.get(2).asInt(), timeout * 1_000, nowNanos);
                assertThat(answer)
                        .as("%s", op)
                        .isEqualTo(op.get(4).asInt() == 1 ? op.get(5).asLong() * 1_000 : RateLimiter.REFUSED);
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> cyclesAsResilience4j() {
        return each("r4j_ratelimiter.json", recorded -> {
            CycleLimiter limiter = new CycleLimiter(
                    new Quota(
                            recorded.get("limit_for_period").asLong(),
                            recorded.get("refresh_period_ms").asLong() * MILLI),
                    recorded.get("timeout_ms").asLong() * MILLI,
                    0);
            for (JsonNode op : recorded.get("ops")) {
                assertThat(limiter.ask(op.get(1).asInt(), op.get(0).asLong()))
                        .as("%s", op)
                        .isEqualTo(op.get(2).asLong());
                assertThat(limiter.permitsLeft())
                        .as("%s", op)
                        .isEqualTo(op.get(3).asLong());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> ratesOfHaproxy() {
        return each("haproxy_rate.json", recorded -> {
            boolean acceptedOnly = recorded.get("kind").asString().equals("gpc0_rate_accepted");
            // http_req_cnt never decays: a day is longer than any recording.
            long period = Math.max(recorded.get("period_ms").asLong(), 0);
            Quota quota = new Quota(recorded.get("limit").asLong(), period == 0 ? Quota.LONGEST_NANOS : period * MILLI);
            Map<String, HaproxyRate> rates = new TreeMap<>();
            // One reading of the 1,222 recorded sits on a rounding edge of the clock: 20.97 was read as 21.
            long offs = 0;
            long offsetMillis = recorded.get("clock_offset_ms").asLong();
            for (JsonNode request : recorded.get("requests")) {
                long nowNanos = (offsetMillis + request.get(0).asLong()) * MILLI;
                HaproxyRate rate = of(rates, request.get(1).asString(), () -> new HaproxyRate(quota, acceptedOnly));
                if (acceptedOnly) {
                    assertThat(rate.rate(nowNanos))
                            .as("%s", request)
                            .isEqualTo(request.get(2).asLong());
                }
                assertThat(rate.ask(1, nowNanos))
                        .as("%s", request)
                        .isEqualTo(request.get(3).asInt() == 204 ? 0 : RateLimiter.REFUSED);
                if (!acceptedOnly) {
                    long off = request.get(2).asLong() - rate.rate(nowNanos);
                    assertThat(off).as("%s", request).isBetween(0L, 1L);
                    offs += off;
                }
            }
            assertThat(offs).isLessThanOrEqualTo(1);
        });
    }

    @TestFactory
    Stream<DynamicTest> documentedRules() {
        return each("limiter_rules.json", recorded -> {
            String id = recorded.get("id").asString();
            if (recorded.has("previous")) {
                publishedEstimate(recorded);
                return;
            }
            RateLimiter limiter = documented(id, recorded);
            for (JsonNode request : recorded.get("requests")) {
                long nowNanos = request.get(0).asLong() * MILLI;
                if (limiter instanceof SlidingWindow window) {
                    assertThat(window.estimate(nowNanos))
                            .as("%s", request)
                            .isCloseTo(request.get(2).asDouble(), within(0.0051));
                }
                if (limiter instanceof Gcra gcra) {
                    assertThat(gcra.waitNanos(1, nowNanos))
                            .as("%s", request)
                            .isEqualTo(request.get(2).asLong() * MILLI);
                }
                assertThat(limiter.ask(1, nowNanos))
                        .as("%s", request)
                        .isEqualTo(request.get(1).asInt() == 1 ? 0 : RateLimiter.REFUSED);
                if (limiter instanceof TokenBucket bucket) {
                    assertThat(bucket.available(nowNanos))
                            .as("%s", request)
                            .isEqualTo(request.get(2).asLong());
                }
            }
        });
    }

    private static RateLimiter documented(String id, JsonNode recorded) {
        if (id.startsWith("gcra")) {
            return new Gcra(
                    new Quota(1, recorded.get("emission_interval_ms").asLong() * MILLI),
                    recorded.get("burst").asLong());
        }
        if (id.startsWith("envoy")) {
            long most = recorded.get("max_tokens").asLong();
            Quota fill = new Quota(
                    recorded.get("tokens_per_fill").asLong(),
                    recorded.get("fill_interval_ms").asLong() * MILLI);
            return new TokenBucket(List.of(new Bandwidth(most, fill, true, most)), 0);
        }
        Quota quota = new Quota(
                recorded.get("limit").asLong(), recorded.get("window_ms").asLong() * MILLI);
        if (id.startsWith("sliding_window_counter")) {
            return new SlidingWindow(quota);
        }
        return id.startsWith("sliding_window_log") ? new SlidingLog(quota) : new FixedWindow(quota);
    }

    private static void publishedEstimate(JsonNode recorded) {
        long window = recorded.get("window_s").asLong() * 1_000 * MILLI;
        SlidingWindow sliding = new SlidingWindow(new Quota(1_000, window));
        for (int i = 0; i < recorded.get("previous").asInt(); i++) {
            sliding.ask(1, 0);
        }
        long nowNanos = window + recorded.get("elapsed_s").asLong() * 1_000 * MILLI;
        for (int i = 0; i < recorded.get("current").asInt(); i++) {
            sliding.ask(1, nowNanos);
        }
        assertThat(sliding.estimate(nowNanos))
                .isEqualTo(recorded.get("estimate").asDouble());
    }

    @TestFactory
    Stream<DynamicTest> connectionsAsNginx() {
        return each("nginx_limit_conn.json", recorded -> {
            int perKey = recorded.get("limit_per_key").asInt();
            ConnectionLimit all =
                    new ConnectionLimit(recorded.path("limit_server").asInt(Integer.MAX_VALUE));
            Map<String, ConnectionLimit> keys = new TreeMap<>();
            Map<Integer, String> open = new TreeMap<>();
            for (JsonNode op : recorded.get("ops")) {
                int id = op.get(1).asInt();
                if (op.get(0).asString().equals("open")) {
                    String key = op.get(2).asString();
                    ConnectionLimit limit = of(keys, key, () -> new ConnectionLimit(perKey));
                    boolean room = limit.hasRoom() && all.hasRoom();
                    assertThat(room).as("%s", op).isEqualTo(op.get(3).asString().equals("in progress"));
                    if (room) {
                        limit.begun();
                        all.begun();
                        open.put(id, key);
                    }
                } else if (open.containsKey(id)) {
                    of(keys, String.valueOf(open.remove(id)), () -> new ConnectionLimit(perKey))
                            .ended();
                    all.ended();
                }
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> breakerOfEnvoy() {
        return each("envoy_breaker.json", recorded -> {
            String id = recorded.get("id").asString();
            if (id.startsWith("retry_budget")) {
                RetryShare budget = new RetryShare(
                        recorded.get("budget_percent").asDouble(),
                        recorded.get("min_retry_concurrency").asInt());
                assertThat(budget.allowed(
                                recorded.get("active").asInt(),
                                recorded.get("pending").asInt()))
                        .isEqualTo(recorded.get("allowed_retries").asInt());
            } else if (id.startsWith("thresholds")) {
                ConnectionBreaker breaker = new ConnectionBreaker(
                        recorded.get("max_connections").asInt(),
                        recorded.get("max_pending_requests").asInt(),
                        recorded.get("max_requests").asInt());
                boolean starts = false;
                for (JsonNode event : recorded.get("events")) {
                    String what = event.get(0).asString();
                    assertThat(what.equals("started")).as("%s", event).isEqualTo(starts);
                    starts = what.equals("done") && breaker.ended();
                    if (what.equals("request")) {
                        assertThat(breaker.ask().name())
                                .as("%s", event)
                                .isEqualTo(event.get(2)
                                        .asString()
                                        .replace(" 503", "")
                                        .toUpperCase(Locale.ROOT));
                    }
                }
            } else {
                assertThat(RetryShare.USUAL.percent())
                        .isEqualTo(recorded.get("retry_budget_percent").asDouble());
                assertThat(RetryShare.USUAL.minimum())
                        .isEqualTo(recorded.get("min_retry_concurrency").asInt());
            }
        });
    }
}
