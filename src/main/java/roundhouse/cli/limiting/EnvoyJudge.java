package roundhouse.cli.limiting;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import roundhouse.limits.ConnectionBreaker;
import roundhouse.limits.RetryShare;

/** Envoy's breaker of a cluster: requests that are sent, wait for a connection, or are too many. */
final class EnvoyJudge implements Judge {
    private final ConnectionBreaker breaker;
    private final RetryShare retries;
    private final Set<String> active = new TreeSet<>();
    private final Deque<String> pending = new ArrayDeque<>();
    private long unnamed;

    EnvoyJudge(ConnectionBreaker breaker, RetryShare retries) {
        this.breaker = breaker;
        this.retries = retries;
    }

    @Override
    public LineAnswer asked(LimitArrival arrival) {
        String named = arrival.word("id");
        String id = named == null ? "\n" + unnamed++ : named;
        if (active.contains(id) || pending.contains(id)) {
            throw new IllegalArgumentException("id: '" + id + "' is in progress already");
        }
        ConnectionBreaker.Answer answer = breaker.ask();
        switch (answer) {
            case SENT -> active.add(id);
            case PENDING -> pending.add(id);
            case OVERFLOW -> {}
        }
        return counted(
                answer == ConnectionBreaker.Answer.PENDING
                        ? LineAnswer.of(answer.name().toLowerCase(Locale.ROOT))
                        : LineAnswer.of(answer == ConnectionBreaker.Answer.SENT));
    }

    @Override
    public LineAnswer ended(LimitArrival ended) {
        if (!active.remove(String.valueOf(ended.word("ends")))) {
            throw new IllegalArgumentException("ends: no request '" + ended.word("ends") + "' has been sent");
        }
        if (!breaker.ended()) {
            return counted(LineAnswer.of("ended"));
        }
        String next = pending.remove();
        active.add(next);
        return counted(LineAnswer.of("ended")).with(next.startsWith("\n") ? "" : "starts " + next);
    }

    private LineAnswer counted(LineAnswer decision) {
        decision.figures().put("active", active.size());
        decision.figures().put("pending", pending.size());
        decision.figures().put("retriesAllowed", retries.allowed(active.size(), pending.size()));
        return decision;
    }
}
