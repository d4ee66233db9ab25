package roundhouse.simulation.scaling;

/**
 * What an autoscaler makes of what it measured.
 *
 * @param size servers there are to be
 * @param measured mean of the metric for each server, in the target's unit; not a number when nothing was measured
 * @param held why that is not what the metric alone asks for; empty when it is
 */
record Recommendation(int size, double measured, String held) {}
