/**
 * The types of value that settings have: numbers with limits, durations, choices, lists, things with settings of their own.
 */
@NullMarked
package roundhouse.topology.types;

import org.jspecify.annotations.NullMarked;
