/**
 * In and out: what other programs read and write. A run's requests as traces, for Jaeger and Perfetto; topologies as diagrams and as
 * configurations of other load balancers.
 */
@NullMarked
package roundhouse.exchange;

import org.jspecify.annotations.NullMarked;
