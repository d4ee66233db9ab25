/**
 * JSON text: values that know their line, reading, printing, and what is wrong with a text, said once and clearly.
 */
@NullMarked
package roundhouse.topology.json;

import org.jspecify.annotations.NullMarked;
