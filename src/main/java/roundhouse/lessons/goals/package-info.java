/** What somebody is to have done: a command, a setting, a count, a figure. */
@NullMarked
package roundhouse.lessons.goals;

import org.jspecify.annotations.NullMarked;
