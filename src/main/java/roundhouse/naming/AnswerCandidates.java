package roundhouse.naming;

/** The records of a name, by number, as a name server knows them when it is asked. */
public interface AnswerCandidates {
    int count();

    /** Whether its checks hold it for well. */
    boolean isHealthy(int record);

    /** Whether it is an answer only when no other one is. */
    boolean isBackup(int record);

    /** 0 or more. */
    int weight(int record);

    /**
     * How far it is from who asks, in whatever unit; infinite when nobody knows.
     *
     * @param type {@link AnswerType#GEOGRAPHIC} or {@link AnswerType#LATENCY}
     */
    double distance(int record, AnswerType type);
}
