package roundhouse.exchange;

import roundhouse.kernel.Mix;

/** Ids of traces and spans, made of the run's seed and the request's number: the same run always writes the same file. */
final class TraceIds {
    private static final long TRACE_HIGH = 1;
    private static final long TRACE_LOW = 2;
    private static final long FIRST_SPAN = 3;

    private final long request;

    TraceIds(long seed, long number) {
        request = Mix.mix(Mix.mix(seed) + number);
    }

    /** 32 hex digits. */
    String trace() {
        return hex(TRACE_HIGH) + hex(TRACE_LOW);
    }

    /** 16 hex digits: of the span of that place among its request's, from 0. */
    String span(int place) {
        return hex(FIRST_SPAN + place);
    }

    /** Ids of zeros alone are invalid. */
    private String hex(long of) {
        long bits = Mix.mix(request + of);
        return "%016x".formatted(bits == 0 ? 1 : bits);
    }
}
