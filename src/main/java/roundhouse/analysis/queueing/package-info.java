/** What queueing theory says of the servers of a topology, and why it says nothing of others. */
@NullMarked
package roundhouse.analysis.queueing;

import org.jspecify.annotations.NullMarked;
