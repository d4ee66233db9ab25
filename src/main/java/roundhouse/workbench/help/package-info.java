/**
 * What the window tells about itself: the glossary.
 */
@NullMarked
package roundhouse.workbench.help;

import org.jspecify.annotations.NullMarked;
