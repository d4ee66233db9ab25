/**
 * How a setting is declared, and all that follows from its declaration: reading, writing, messages, schema, help.
 */
@NullMarked
package roundhouse.topology.settings;

import org.jspecify.annotations.NullMarked;
