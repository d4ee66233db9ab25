/**
 * The document: nodes, links and scenario as immutable records; reading and writing them as JSON; what is wrong with a
 * file, said once and clearly; edits that make a new document.
 */
@NullMarked
package roundhouse.topology;

import org.jspecify.annotations.NullMarked;
