/**
 * The first minute: the start page with what can be opened, and hints for who has read nothing.
 */
@NullMarked
package roundhouse.workbench.start;

import org.jspecify.annotations.NullMarked;
