/** The report of a run as one page that needs nothing else: no network, no scripts. */
@NullMarked
package roundhouse.exchange.html;

import org.jspecify.annotations.NullMarked;
