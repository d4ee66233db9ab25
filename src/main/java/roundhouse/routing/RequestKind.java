package roundhouse.routing;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a layer-7 balancer can read of a request: host, method, path with query, headers and cookies. Clients declare a few kinds and
 * every request is one of them, so a rule is matched by identity in the steady state.
 *
 * @param host what is asked, as its Host header says; null for that header, if there is one
 * @param method GET, POST and so on; null for GET where a request reads and POST where it writes
 * @param path begins with '/'; a query may follow a '?'
 * @param headers header values by lower-case name
 * @param cookies cookie values by name
 */
public record RequestKind(
        @Nullable String host,
        @Nullable String method,
        String path,
        Map<String, String> headers,
        Map<String, String> cookies) {
    /** A plain request for the root. */
    public static final RequestKind PLAIN = new RequestKind("/", Map.of(), Map.of());

    private static final String HOST = "host";

    /** Of no stated host and method. */
    public RequestKind(String path, Map<String, String> headers, Map<String, String> cookies) {
        this(null, null, path, headers, cookies);
    }

    /** The same by that method. */
    public RequestKind by(String otherMethod) {
        return new RequestKind(host, otherMethod, path, headers, cookies);
    }

    /** The method of a request of this kind that reads, or writes. */
    public String method(boolean read) {
        return method != null ? method : read ? "GET" : "POST";
    }

    /** Whether its method says that a request reads; null where it has none. */
    public @Nullable Boolean reads() {
        return method == null ? null : method.equals("GET") || method.equals("HEAD") || method.equals("OPTIONS");
    }

    /** The value of a header by its lower-case name; null when there is none. */
    public @Nullable String header(String name) {
        return host != null && name.equals(HOST) ? host : headers.get(name);
    }

    /** The host without a port; null for none. */
    public @Nullable String hostName() {
        String named = header(HOST);
        return named == null ? null : named.replaceFirst(":\\d*$", "");
    }

    /** The path before a query. */
    public String plainPath() {
        int question = path.indexOf('?');
        return question < 0 ? path : path.substring(0, question);
    }

    /** The value of the query's parameter, empty when it has none; null when there is no such parameter. */
    public @Nullable String parameter(String name) {
        int question = path.indexOf('?');
        if (question >= 0) {
            for (String part : path.substring(question + 1).split("&", -1)) {
                int equals = part.indexOf('=');
                if (name.equals(equals < 0 ? part : part.substring(0, equals))) {
                    return equals < 0 ? "" : part.substring(equals + 1);
                }
            }
        }
        return null;
    }
}
