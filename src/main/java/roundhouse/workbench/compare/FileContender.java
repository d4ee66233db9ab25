package roundhouse.workbench.compare;

import roundhouse.analysis.Contender;

/**
 * What a file holds that can be compared with.
 *
 * @param length simulated nanoseconds
 */
public record FileContender(Contender contender, long length) {}
