/** A lesson at work: runs of its systems, answers, what came of each step. */
@NullMarked
package roundhouse.lessons.running;

import org.jspecify.annotations.NullMarked;
