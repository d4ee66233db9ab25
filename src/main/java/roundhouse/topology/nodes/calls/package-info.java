/** What a server asks of others for each of its requests, and what it does when they fail. */
@NullMarked
package roundhouse.topology.nodes.calls;

import org.jspecify.annotations.NullMarked;
