/**
 * How runs and comparisons are written: as text, JSON, CSV and JUnit XML.
 */
@NullMarked
package roundhouse.cli.reports;

import org.jspecify.annotations.NullMarked;
