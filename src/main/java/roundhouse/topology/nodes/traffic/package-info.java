/** What clients send: when, which kinds of requests, and for which keys. */
@NullMarked
package roundhouse.topology.nodes.traffic;

import org.jspecify.annotations.NullMarked;
