package roundhouse.storage.versions;

/**
 * One event: the so-many-th of a replica.
 *
 * @param replica from 0
 * @param count from 1
 */
public record Dot(int replica, int count) implements Comparable<Dot> {
    @Override
    public int compareTo(Dot other) {
        return replica != other.replica ? Integer.compare(replica, other.replica) : Integer.compare(count, other.count);
    }
}
