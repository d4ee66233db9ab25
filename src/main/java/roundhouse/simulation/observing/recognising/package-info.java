/** Recognises in a running system what has a name: a retry storm, a metastable failure, a stampede, a cold or too small cache. */
@NullMarked
package roundhouse.simulation.observing.recognising;

import org.jspecify.annotations.NullMarked;
