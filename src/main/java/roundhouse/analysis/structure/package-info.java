/**
 * Is the structure of a topology sound: what has no targets, who is overloaded, which rule never matches.
 */
@NullMarked
package roundhouse.analysis.structure;

import org.jspecify.annotations.NullMarked;
