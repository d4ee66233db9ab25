package roundhouse.routing;

import java.util.Map;

/**
 * What a layer-7 balancer can read of a request: its path, headers and cookies. Clients declare a few kinds and every request is
 * one of them, so a rule is matched by identity in the steady state.
 *
 * @param path begins with '/'
 * @param headers header values by lower-case name
 * @param cookies cookie values by name
 */
public record RequestKind(String path, Map<String, String> headers, Map<String, String> cookies) {
    /** A plain request for the root. */
    public static final RequestKind PLAIN = new RequestKind("/", Map.of(), Map.of());
}
