package roundhouse.simulation.guarding;

import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Address;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.engine.Attempt;
import roundhouse.topology.nodes.guarding.Limit;
import roundhouse.topology.nodes.guarding.LimitPer;

/**
 * By what a limit counts requests, as a number for each: an address of version 4, a session by themselves, others by 64 bits of a hash. Clients
 * declare few kinds of request, so what comes of a header or a path is remembered by the kind's identity.
 */
final class RequestKeys {
    /** The request has no such key, so it is not limited. */
    static final long NONE = Long.MIN_VALUE;

    private static final int REMEMBERED = 1_024;

    private final LimitPer per;
    private final String header;
    private final IdentityHashMap<RequestKind, Long> ofKinds = new IdentityHashMap<>();

    RequestKeys(Limit limit) {
        per = limit.per();
        header = Objects.requireNonNullElse(limit.header(), "").toLowerCase(Locale.ROOT);
    }

    long of(Attempt attempt) {
        return switch (per) {
            case ADDRESS -> of(attempt.client());
            case SESSION -> attempt.session();
            case HEADER, PATH -> of(attempt.kind());
            case ALL -> 0;
        };
    }

    private static long of(Address address) {
        long last = 0;
        long first = 0;
        for (int i = 0; i < address.length(); i++) {
            if (i == Long.BYTES) {
                first = last;
                last = 0;
            }
            last = (last << 8) + address.octet(i);
        }
        return first == 0 ? last : Mix.mix(Mix.mix(first) + last) & Long.MAX_VALUE;
    }

    private long of(RequestKind kind) {
        Long key = ofKinds.get(kind);
        if (key == null) {
            if (ofKinds.size() == REMEMBERED) {
                ofKinds.clear();
            }
            key = ofText(text(kind));
            ofKinds.put(kind, key);
        }
        return key;
    }

    private @Nullable String text(RequestKind kind) {
        return per == LimitPer.PATH ? kind.plainPath() : kind.header(header);
    }

    private static long ofText(@Nullable String text) {
        return text == null || text.isEmpty() ? NONE : Mix.text(0, text) & Long.MAX_VALUE;
    }

    /** Of whom the request is, for people; empty where all count together. */
    String words(Attempt attempt) {
        return switch (per) {
            case ADDRESS -> "address " + attempt.client();
            case SESSION -> "session " + attempt.session();
            case HEADER -> header + " " + text(attempt.kind());
            case PATH -> "path " + text(attempt.kind());
            case ALL -> "";
        };
    }
}
