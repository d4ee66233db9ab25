/**
 * What follows from all declarations together: the JSON Schema, the reference for people, the names by which settings and figures can be
 * asked for.
 */
@NullMarked
package roundhouse.topology.reference;

import org.jspecify.annotations.NullMarked;
