/**
 * What is wrong with a topology as a whole: links to nobody, circles, commands about nodes that are not there.
 */
@NullMarked
package roundhouse.topology.checks;

import org.jspecify.annotations.NullMarked;
