/**
 * In and out: what other programs read. A run's requests as traces, for Jaeger and Perfetto.
 */
@NullMarked
package roundhouse.exchange;

import org.jspecify.annotations.NullMarked;
