/** What several commands are given: files, numbers, lengths of runs, goals; and how one says that something is wrong with it. */
@NullMarked
package roundhouse.cli.options;

import org.jspecify.annotations.NullMarked;
