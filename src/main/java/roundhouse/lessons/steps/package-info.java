/** The steps of a lesson: what each says, asks, wants done or judges. */
@NullMarked
package roundhouse.lessons.steps;

import org.jspecify.annotations.NullMarked;
