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
        AVAILABILITY("PA", "During the partition every member that was up answered, and not as one copy would have."),
        /** Some of what members were asked was not answered; what was answered is no worse than with nothing wrong. */
        CONSISTENCY("PC", "During the partition some requests were not answered; what was answered kept its promise."),
        /** All was answered, and as one copy would have: what was asked forced no choice. */
        BOTH("P+", "During the partition all was answered as one copy would have: nothing forced a choice."),
        /** Some was not answered, and what was answered is worse than with nothing wrong. */
        NEITHER(
                "P–",
                "During the partition some requests were not answered, and answers were worse than with nothing wrong."),
        /** The search for an order was given up. */
        UNKNOWN("P?", "Whether one order explains the answers during the partition was too much to find out.");

        private final String letters;
        private final String sentence;

        Partition(String letters, String sentence) {
            this.letters = letters;
            this.sentence = sentence;
        }
    }

    /** With nothing wrong. */
    public enum Else {
        /** No order explains every answer, and reads gave old values: who answers does not wait for who knows better. */
        LATENCY("EL", "Else it answers with what it has, and some reads were old."),
        /** One order in real time explains every answer. */
        CONSISTENCY("EC", "Else one order in real time explains every answer."),
        /** No read gave an old value, and yet no order explains every answer. */
        NEARLY("E~", "Else no read was old, and yet no order in real time explains every answer."),
        /** The search for an order was given up. */
        UNKNOWN("E?", "Else whether one order explains the answers was too much to find out.");

        private final String letters;
        private final String sentence;

        Else(String letters, String sentence) {
            this.letters = letters;
            this.sentence = sentence;
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
                case HistoryVerdict.Unknown _ -> parts.staleReads() > 0 ? Partition.AVAILABILITY : Partition.UNKNOWN;
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

    /** The same in words. */
    public String sentence() {
        return partition.sentence + " " + otherwise.sentence;
    }
}
