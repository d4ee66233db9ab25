package roundhouse.topology.stores;

import roundhouse.topology.types.VariantsType;

/** The registry of protocols. */
public final class Replications {
    /** As files and forms have it. */
    public static final VariantsType<Replication> TYPE = new VariantsType<Replication>(
                    "replication", "a replication", Replication.MODE, "{ \"mode\": \"consensus\" }")
            .toldApartBy(Replication.MODE)
            .or(
                    PrimaryReplication.MODE,
                    "Primary and followers",
                    "One member takes all writes and ships its log to the others.",
                    PrimaryReplication.class,
                    PrimaryReplication.SETTINGS)
            .or(
                    ConsensusReplication.MODE,
                    "Consensus",
                    "The members elect a leader and agree on one log, by Raft.",
                    ConsensusReplication.class,
                    ConsensusReplication.SETTINGS)
            .or(
                    LeaderlessReplication.MODE,
                    "Leaderless",
                    "Whoever is asked writes to N members, of which W must answer, and reads of R.",
                    LeaderlessReplication.class,
                    LeaderlessReplication.SETTINGS);

    private Replications() {}
}
