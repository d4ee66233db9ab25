package roundhouse.storage.quorums;

import java.math.BigInteger;

/** Reads that ask R of N replicas and writes that wait for W. All numbers from 1, at most N. */
public final class Quorums {
    private Quorums() {}

    /** The least number that is more than half. An even number of replicas bears no more failures than the odd one below. */
    public static int majority(int replicas) {
        return replicas / 2 + 1;
    }

    /** Whether every read asks a replica that every earlier write reached. By itself that does not make a register linearizable. */
    public static boolean overlap(int replicas, int reads, int writes) {
        return reads + writes > replicas;
    }

    /** Whether any two writes meet at a replica. */
    public static boolean writesOverlap(int replicas, int writes) {
        return 2 * writes > replicas;
    }

    /** The chance that a random read quorum misses a random write quorum: C(N-W, R) / C(N, R). */
    public static Fraction nonIntersection(int replicas, int reads, int writes) {
        return new Fraction(choose(replicas - writes, reads), choose(replicas, reads));
    }

    /** The chance that a read misses the latest k writes, each with a quorum of its own (PBS, 3.1). */
    public static Fraction stalerThan(int versions, int replicas, int reads, int writes) {
        return nonIntersection(replicas, reads, writes).power(versions);
    }

    /**
     * The chance that a quorum is up.
     *
     * @param nodeUp the chance that one replica is, each independently
     */
    public static Fraction availability(int replicas, int quorum, Fraction nodeUp) {
        Fraction sum = Fraction.ZERO;
        Fraction nodeDown = Fraction.ONE.minus(nodeUp);
        for (int up = quorum; up <= replicas; up++) {
            Fraction ways = new Fraction(choose(replicas, up), BigInteger.ONE);
            sum = sum.plus(ways.times(nodeUp.power(up)).times(nodeDown.power(replicas - up)));
        }
        return sum;
    }

    /** How many replicas may be down. */
    public static int tolerates(int replicas, int quorum) {
        return replicas - quorum;
    }

    private static BigInteger choose(int of, int some) {
        if (some > of) {
            return BigInteger.ZERO;
        }
        BigInteger ways = BigInteger.ONE;
        for (int i = 1; i <= some; i++) {
            ways = ways.multiply(BigInteger.valueOf(of - some + i)).divide(BigInteger.valueOf(i));
        }
        return ways;
    }
}
