package roundhouse.workbench.compare.several;

import roundhouse.analysis.ComparedDesign;

/**
 * What a file holds that can be compared with.
 *
 * @param lengthNanos simulated nanoseconds
 */
public record ComparedFile(ComparedDesign design, long lengthNanos) {}
