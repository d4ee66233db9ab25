/** What a replicated store gives up for what: CAP while the network is broken, PACELC otherwise. Fed with what runs have shown. */
@NullMarked
package roundhouse.workbench.tradeoffs;

import org.jspecify.annotations.NullMarked;
