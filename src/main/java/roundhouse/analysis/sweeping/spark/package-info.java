/**
 * Sweeps on more than one machine, by Apache Spark. The program does not carry Spark: these classes are used only where its jars are on the
 * class path.
 */
@NullMarked
package roundhouse.analysis.sweeping.spark;

import org.jspecify.annotations.NullMarked;
