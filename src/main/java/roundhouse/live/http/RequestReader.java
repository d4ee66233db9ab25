package roundhouse.live.http;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import roundhouse.kernel.Mix;
import roundhouse.routing.Address;
import roundhouse.routing.RequestKind;
import roundhouse.simulation.outside.OutsideRequest;
import roundhouse.topology.Topology;

/**
 * What a run sees of a real request. Its key is the number in the header {@code Key}, or in {@code key} of the query, or at the end of
 * its path; of a request that has none of these it is a number made of the path. Its address is the first of {@code X-Forwarded-For} where
 * there is one, for all that comes over loopback comes from one address.
 */
final class RequestReader {
    /** The cookie that names the session. */
    static final String SESSION = "roundhouse-session";
    /** The beginning of the name of cookies that name targets; the place of the balancer on the way follows. */
    static final String TARGET = "roundhouse-target-";

    /** So many different requests are told apart by what they ask; rules remember each of them. */
    private static final int MOST_KINDS = 65_536;

    private static final Pattern NUMBER = Pattern.compile("(\\d{1,18})$");
    private static final long HALF = 0x7fffffffL;

    private final NamedFields named;
    private final Map<RequestKind, RequestKind> kinds = new ConcurrentHashMap<>();
    private final AtomicLong sessions = new AtomicLong();

    RequestReader(Topology topology) {
        named = NamedFields.of(topology);
    }

    OutsideRequest read(Request request, Exchange exchange, long connection) {
        Map<Integer, String> targets = new HashMap<>();
        Map<String, String> cookies = new TreeMap<>();
        long session = 0;
        for (HttpCookie cookie : Request.getCookies(request)) {
            String name = cookie.getName();
            String value = cookie.getValue();
            if (name.equals(SESSION)) {
                session = numberAtEnd(value, 0);
            } else if (name.startsWith(TARGET)) {
                targets.put((int) numberAtEnd(name, 0), value);
            } else if (named.cookies().contains(name)) {
                cookies.put(name, value);
            }
        }
        boolean starts = session == 0;
        if (starts) {
            session = sessions.incrementAndGet();
            exchange.cookie(SESSION, Long.toString(session));
        }
        RequestKind kind = kind(request, cookies);
        return new OutsideRequest(
                address(request), session, starts, key(request, kind), kind, isRead(request), connection, targets);
    }

    private static boolean isRead(Request request) {
        return switch (request.getMethod()) {
            case "GET", "HEAD", "OPTIONS" -> true;
            default -> false;
        };
    }

    private RequestKind kind(Request request, Map<String, String> cookies) {
        Map<String, String> headers = new TreeMap<>();
        for (String name : named.headers()) {
            String value = request.getHeaders().get(name);
            if (value != null) {
                headers.put(name, value);
            }
        }
        RequestKind kind = new RequestKind(
                request.getHeaders().get("host"),
                request.getMethod(),
                request.getHttpURI().getPathQuery(),
                headers,
                cookies);
        RequestKind known = kinds.get(kind);
        if (known != null) {
            return known;
        }
        if (kinds.size() >= MOST_KINDS) {
            return RequestKind.PLAIN;
        }
        RequestKind before = kinds.putIfAbsent(kind, kind);
        return before == null ? kind : before;
    }

    private static long key(Request request, RequestKind kind) {
        String header = request.getHeaders().get("Key");
        String stated = header == null ? kind.parameter("key") : header;
        String text = stated == null ? kind.plainPath() : stated;
        return numberAtEnd(text, Mix.text(0, text) & HALF);
    }

    private static long numberAtEnd(@Nullable String text, long otherwise) {
        Matcher matcher = NUMBER.matcher(text == null ? "" : text);
        return matcher.find() ? Long.parseLong(matcher.group(1)) : otherwise;
    }

    private static Address address(Request request) {
        String forwarded = request.getHeaders().get("X-Forwarded-For");
        if (forwarded != null) {
            try {
                return Address.parse(forwarded.split(",", 2)[0].strip());
            } catch (IllegalArgumentException _) {
                // What is no address says nothing: the connection does.
                return Address.parse(Request.getRemoteAddr(request));
            }
        }
        return Address.parse(Request.getRemoteAddr(request));
    }
}
