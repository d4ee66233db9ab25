package roundhouse.cli.limiting;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import roundhouse.limits.CircuitBreaker;

/** A circuit breaker for each key: calls that ask and, later, how they ended. */
final class BreakerJudge implements Judge {
    private static final double PERCENT = 100;

    private record Call(CircuitBreaker breaker, long begunNanos) {}

    private final Keyed<CircuitBreaker> breakers;
    private final Map<String, Call> open = new TreeMap<>();

    BreakerJudge(Keyed<CircuitBreaker> breakers) {
        this.breakers = breakers;
    }

    @Override
    public LineAnswer asked(LimitArrival arrival) {
        CircuitBreaker breaker = breakers.of(arrival.key());
        boolean admitted = breaker.admits(arrival.atNanos());
        String id = arrival.word("id");
        if (admitted && id != null && open.put(id, new Call(breaker, arrival.atNanos())) != null) {
            throw new IllegalArgumentException("id: '" + id + "' is in progress already");
        }
        return told(LineAnswer.of(admitted), breaker, arrival.atNanos());
    }

    @Override
    public LineAnswer ended(LimitArrival ended) {
        Call call = open.remove(String.valueOf(ended.word("ends")));
        if (call == null) {
            throw new IllegalArgumentException("ends: no call '" + ended.word("ends") + "' is in progress");
        }
        Long took = ended.nanosOf("took");
        call.breaker.ended(ended.failed(), took == null ? ended.atNanos() - call.begunNanos : took, ended.atNanos());
        return told(LineAnswer.of("ended"), call.breaker, ended.atNanos());
    }

    private static LineAnswer told(LineAnswer decision, CircuitBreaker breaker, long nowNanos) {
        int calls = breaker.calls(nowNanos);
        decision.figures().put("calls", calls);
        decision.figures().put("failed", breaker.failed(nowNanos));
        decision.figures().put("slow", breaker.slow(nowNanos));
        // Of fewer there is no rate.
        if (breaker.judges(nowNanos)) {
            decision.figures().put("failureRate", PERCENT * breaker.failed(nowNanos) / calls);
            decision.figures().put("slowRate", PERCENT * breaker.slow(nowNanos) / calls);
        }
        return decision.with(breaker.state().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
