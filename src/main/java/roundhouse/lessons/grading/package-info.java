/** Submissions of lessons, and what they are worth. */
@NullMarked
package roundhouse.lessons.grading;

import org.jspecify.annotations.NullMarked;
