/** Many runs of one design with settings varied: what is varied, the plan of the runs, their rows, and the engine that runs them. */
@NullMarked
package roundhouse.analysis.sweeping;

import org.jspecify.annotations.NullMarked;
