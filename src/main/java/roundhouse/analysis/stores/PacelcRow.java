package roundhouse.analysis.stores;

import java.util.Optional;

/**
 * What runs of one setting have shown so far.
 *
 * @param name of the setting, for people
 * @param runs how many have ended, from 0: the one with nothing wrong is first
 * @param of how many there will be
 * @param measures of the run with nothing wrong
 * @param parted what a partition did, once that run has ended
 * @param finding what was given up, once all have ended
 */
public record PacelcRow(
        String name,
        int runs,
        int of,
        StoreMeasures measures,
        Optional<StoreMeasures.Parted> parted,
        Optional<PacelcFinding> finding) {
    static PacelcRow pending(String name) {
        return new PacelcRow(name, 0, 2, StoreMeasures.NONE, Optional.empty(), Optional.empty());
    }

    static PacelcRow of(String name, StoreTrial trial, Optional<PacelcFinding> finding) {
        return new PacelcRow(name, trial.runs(), trial.of(), trial.measures(), trial.parted(), finding);
    }

    /** Whether all is known. */
    public boolean isDone() {
        return runs == of;
    }
}
