package roundhouse.routing;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a target can fail a request, as a balancer sees it. What software counts as a failure differs: to nginx and HAProxy an
 * answer is an answer, whatever it says, unless they are told otherwise; to Envoy's outlier detection a status from 500 on is none.
 */
public enum Failure {
    /** Nobody accepted a connection. */
    REFUSED("refused"),
    /** The connection broke before the answer came, as when a server dies. */
    BROKEN("broken"),
    /** No answer in time. */
    TIMED_OUT("timed-out"),
    /** The target shed it: 503. */
    REJECTED("rejected"),
    /** Any other answer with a status from 500 on. */
    HTTP_5XX("http-5xx");

    /** What nginx's {@code proxy_next_upstream} is by default: {@code error timeout}. */
    public static final Set<Failure> NGINX = Collections.unmodifiableSet(EnumSet.of(REFUSED, BROKEN, TIMED_OUT));

    /** What HAProxy's {@code retry-on} is by default: {@code conn-failure}. */
    public static final Set<Failure> HAPROXY = Collections.unmodifiableSet(EnumSet.of(REFUSED));

    /** What Envoy's retry condition {@code 5xx} and its outlier detection count: every status from 500 on, and no answer at all. */
    public static final Set<Failure> ENVOY = Collections.unmodifiableSet(EnumSet.allOf(Failure.class));

    private final String key;

    Failure(String key) {
        this.key = key;
    }

    /** The name in files. */
    public String key() {
        return key;
    }

    /** Whether the target has answered. */
    public boolean isAnswer() {
        return this == REJECTED || this == HTTP_5XX;
    }

    /**
     * What kind of failure an outcome is, or null when it is none.
     *
     * @param broken whether a failed one is a connection that broke, and not an answer
     */
    public static @Nullable Failure of(Outcome outcome, boolean broken) {
        return switch (outcome) {
            case OK -> null;
            case REFUSED -> REFUSED;
            case REJECTED -> REJECTED;
            case TIMED_OUT -> TIMED_OUT;
            case FAILED -> broken ? BROKEN : HTTP_5XX;
        };
    }
}
