/** The Learn view: a lesson's steps beside the canvas, and the form in which one is written. */
@NullMarked
package roundhouse.workbench.learn;

import org.jspecify.annotations.NullMarked;
