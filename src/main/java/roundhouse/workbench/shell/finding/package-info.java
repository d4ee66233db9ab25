/**
 * What can be done in the window, and how people find it: actions with their keys and words, the list that is searched, the overview of keys.
 */
@NullMarked
package roundhouse.workbench.shell.finding;

import org.jspecify.annotations.NullMarked;
