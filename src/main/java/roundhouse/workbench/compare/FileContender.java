package roundhouse.workbench.compare;

import roundhouse.analysis.ComparedDesign;

/**
 * What a file holds that can be compared with.
 *
 * @param length simulated nanoseconds
 */
public record FileContender(ComparedDesign contender, long length) {}
