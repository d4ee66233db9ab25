/**
 * Histories of what clients asked and were told, in and out.
 */
@NullMarked
package roundhouse.exchange.history;

import org.jspecify.annotations.NullMarked;
