/**
 * JSON text and the quantities in it: values that know their line, reading, printing, units, and what is wrong with a text, said once and clearly.
 */
@NullMarked
package roundhouse.topology.json;

import org.jspecify.annotations.NullMarked;
