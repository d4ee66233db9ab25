package roundhouse.analysis.stores;

import roundhouse.storage.checking.HistoryVerdict;

/**
 * What a store gave up, as its runs have shown it: during a partition availability or consistency, else latency or consistency (Abadi, IEEE
 * Computer 45(2) 2012).
 */
public record PacelcFinding(Partition partition, Else otherwise) {
    /** During a partition. A store that was not consistent before can keep what it promises, as one with timeline consistency does. */
    public enum Partition {
        /** Every member that was up answered all it was asked, and not as one copy would have. */
        AVAILABILITY("PA"),
        /** Some of what members were asked was not answered; what was answered is no worse than with nothing wrong. */
        CONSISTENCY("PC"),
        /** All was answered, and as one copy would have: what was asked forced no choice. */
        BOTH("P+"),
        /** Some was not answered, and what was answered is worse than with nothing wrong. */
        NEITHER("P–"),
        /** The search for an order was given up. */
        UNKNOWN("P?");

        private final String letters;

        Partition(String letters) {
            this.letters = letters;
        }
    }

    /** With nothing wrong. */
    public enum Else {
        /** No order explains every answer, and reads gave old values: who answers does not wait for who knows better. */
        LATENCY("EL"),
        /** One order in real time explains every answer. */
        CONSISTENCY("EC"),
        /** No read gave an old value, and yet no order explains every answer. */
        NEARLY("E~"),
        /** The search for an order was given up. */
        UNKNOWN("E?");

        private final String letters;

        Else(String letters) {
            this.letters = letters;
        }
    }

    static PacelcFinding of(
            StoreMeasures measures, HistoryVerdict whole, StoreMeasures.Parted parts, HistoryVerdict parted) {
        return new PacelcFinding(partition(whole, parts, parted), otherwise(measures, whole));
    }

    private static Partition partition(HistoryVerdict whole, StoreMeasures.Parted parts, HistoryVerdict parted) {
        if (parts.isAvailable()) {
            return switch (parted) {
                case HistoryVerdict.Holds _ -> Partition.BOTH;
                case HistoryVerdict.Broken _ -> Partition.AVAILABILITY;
                case HistoryVerdict.Unknown _ ->
                    parts.staleReads() > 0 ? Partition.AVAILABILITY : Partition.UNKNOWN;
            };
        }
        if (parts.lost() > 0 || (whole instanceof HistoryVerdict.Holds && parted instanceof HistoryVerdict.Broken)) {
            return Partition.NEITHER;
        }
        return parted instanceof HistoryVerdict.Unknown && whole instanceof HistoryVerdict.Holds
                ? Partition.UNKNOWN
                : Partition.CONSISTENCY;
    }

    private static Else otherwise(StoreMeasures measures, HistoryVerdict whole) {
        return switch (whole) {
            case HistoryVerdict.Holds _ -> Else.CONSISTENCY;
            case HistoryVerdict.Broken _ -> measures.staleReads() > 0 ? Else.LATENCY : Else.NEARLY;
            case HistoryVerdict.Unknown _ -> Else.UNKNOWN;
        };
    }

    /** {@code PA/EL}. */
    public String letters() {
        return partition.letters + "/" + otherwise.letters;
    }
}
