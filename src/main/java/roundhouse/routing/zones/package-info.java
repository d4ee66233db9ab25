/** Which zone a request goes to: rules by which a balancer prefers its own. */
@NullMarked
package roundhouse.routing.zones;

import org.jspecify.annotations.NullMarked;
