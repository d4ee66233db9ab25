package roundhouse.exchange.configuration.nginx;

import roundhouse.exchange.configuration.nginx.syntax.Directive;
import roundhouse.topology.nodes.parts.Rule;

/**
 * Requests that meet some conditions and go to an upstream.
 *
 * @param conditions as a rule has them; its pool means nothing yet
 * @param target the name of an upstream, or an address
 * @param pass the directive that says so
 * @param scope where it stands
 * @param isRule whether a rule is needed for it, and not only for nginx
 */
record NginxRoute(Rule conditions, String target, Directive pass, NginxScope scope, boolean isRule) {
    /** Whether all that nothing else is said of goes there. */
    boolean isRest() {
        return conditions.host() == null
                && conditions.method() == null
                && conditions.named() == null
                && (conditions.path() == null || conditions.path().equals("/*"));
    }
}
