package roundhouse.analysis.stores;

/**
 * What theory expects of one pair of quorums.
 *
 * @param setting of the store, where not only its quorums are varied; else empty
 * @param reads R
 * @param writes W
 * @param readNanos the median latency of reads
 * @param writeNanos the median latency of writes
 * @param staleShare of reads that give an old value, 0 to 1, where keys are read and written as often as they are in the run
 * @param staleAgeNanos 99 of 100 of those are no older
 */
public record PbsPoint(
        String setting, int reads, int writes, long readNanos, long writeNanos, double staleShare, long staleAgeNanos) {
    PbsPoint of(String name) {
        return new PbsPoint(name, reads, writes, readNanos, writeNanos, staleShare, staleAgeNanos);
    }
}
