/** What health checks ask of servers, what those answer, and what is done about it. */
@NullMarked
package roundhouse.topology.nodes.checking;

import org.jspecify.annotations.NullMarked;
