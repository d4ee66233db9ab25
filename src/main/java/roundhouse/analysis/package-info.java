/**
 * Questions asked of finished runs: what differs between two of them, how sure is that, and does a saved one come out the same.
 */
@NullMarked
package roundhouse.analysis;

import org.jspecify.annotations.NullMarked;
