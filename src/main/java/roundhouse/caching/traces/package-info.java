/**
 * Traces of keys: which were asked for one after another, read from the text formats that are in use, and played to a cache.
 */
@NullMarked
package roundhouse.caching.traces;

import org.jspecify.annotations.NullMarked;
