/**
 * Tables of numbers by numbers that make no object for what they hold: what a cache knows of keys, and a store of values. They know nothing
 * but the JDK, so that any domain may use them.
 */
@NullMarked
package roundhouse.tables;

import org.jspecify.annotations.NullMarked;
