/** Lessons: a system and steps that explain, ask, want something done and judge it. */
@NullMarked
package roundhouse.lessons;

import org.jspecify.annotations.NullMarked;
