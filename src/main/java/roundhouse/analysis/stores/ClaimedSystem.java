package roundhouse.analysis.stores;

import java.util.List;
import java.util.Locale;

/**
 * A system, what is claimed of it, and the sample that is set as it is.
 *
 * @param name of the system, or of what it is for
 * @param claim CP or AP, or the letters of PACELC
 * @param source who claims it
 * @param sample the file of the sample, whose store is called {@link #STORE}
 * @param set how the sample is set, for people
 * @param note why a run shows something else; empty where it shows what is claimed
 */
public record ClaimedSystem(String name, String claim, String source, String sample, String set, String note) {
    /** The store of every sample. */
    public static final String STORE = "store";

    private static final String ABADI = "Abadi 2012";
    private static final String RULE = "rule of thumb";

    private static ClaimedSystem shown(String name, String claim, String source, String sample, String set) {
        return new ClaimedSystem(name, claim, source, sample, set, "");
    }

    /** First what rules of thumb say, then the table of Abadi (IEEE Computer 45(2) 2012, defaults of that time) and what settings make of it. */
    public static final List<ClaimedSystem> ALL = List.of(
            shown("Banking", "CP", RULE, "decision-bank.json", "Raft, linearizable reads"),
            shown("Social media", "AP", RULE, "decision-social-feed.json", "N 3, R 1, W 1"),
            shown("Cassandra", "PA/EL", ABADI, "decision-social-feed.json", "N 3, ONE and ONE"),
            new ClaimedSystem(
                    "Dynamo, Riak",
                    "PA/EL",
                    ABADI,
                    "decision-dynamo.json",
                    "N 3 of 5, R 2, W 2, sloppy",
                    "With nothing wrong R + W > N holds, so nothing is old. In a partition others stand in, and both sides go on; but for the first seconds, until those out of reach are held to be down, requests wait for them in vain."),
            new ClaimedSystem(
                    "MongoDB",
                    "PA/EC",
                    ABADI,
                    "decision-mongodb-w1.json",
                    "w 1, reads at the primary",
                    "It gave up consistency, as claimed. It was not available to all either: users of the other side were refused until it had a primary of its own."),
            shown(
                    "MongoDB, set otherwise",
                    "PC/EC",
                    "its manual",
                    "decision-mongodb-majority.json",
                    "w majority, linearizable reads"),
            shown("VoltDB, H-Store", "PC/EC", ABADI, "decision-voltdb.json", "all copies synchronous"),
            shown("Megastore", "PC/EC", ABADI, "decision-bank.json", "consensus"),
            shown("BigTable, HBase", "PC/EC", ABADI, "decision-hbase.json", "one server for a row"),
            shown("PNUTS", "PC/EL", ABADI, "decision-pnuts.json", "one master, reads nearby"));

    /** Whether the claim is what runs have shown, as far as it goes: CP is no claim about what is when nothing is wrong. */
    public boolean isKept(PacelcFinding finding) {
        return switch (claim) {
            case "CP" -> finding.letters().startsWith("PC/");
            case "AP" -> finding.letters().startsWith("PA/");
            default -> finding.letters().equals(claim);
        };
    }

    /** What runs have shown, in the words of the claim: {@code as claimed}, or else how it differs. */
    public String verdict(PacelcFinding finding) {
        return isKept(finding) ? "as claimed" : "not " + claim.toUpperCase(Locale.ROOT) + " in this run";
    }
}
