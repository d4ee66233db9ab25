package roundhouse.naming;

/** The order in which a name server gives the addresses of one name; clients mostly take the first. */
public interface AnswerOrder {
    /**
     * @param queryId the number of the query, 0 to 65535, which only unbound looks at
     * @param order is filled with the addresses' numbers in the order of the answer; its length is their count
     */
    void next(int queryId, int[] order);
}
