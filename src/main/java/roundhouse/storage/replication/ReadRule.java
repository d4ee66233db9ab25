package roundhouse.storage.replication;

/**
 * How old what a read shows may be, and what a member does that cannot show it.
 *
 * @param patienceNanos how long it waits at most before it refuses
 * @param versions it must show one of so many latest versions of its key, from 1
 * @param ageNanos it must show all that was written longer ago than this
 */
public record ReadRule(WhenBehind whenBehind, long patienceNanos, long versions, long ageNanos) {
    /** No bound. */
    public static final long UNBOUNDED = Long.MAX_VALUE;

    /** However old; a member that is behind what its client has seen waits for a second. */
    public static final ReadRule USUAL = new ReadRule(WhenBehind.WAIT, 1_000_000_000, UNBOUNDED, UNBOUNDED);

    public ReadRule withVersions(long most) {
        return new ReadRule(whenBehind, patienceNanos, most, ageNanos);
    }

    public ReadRule withAge(long mostNanos) {
        return new ReadRule(whenBehind, patienceNanos, versions, mostNanos);
    }

    public ReadRule when(WhenBehind behind) {
        return new ReadRule(behind, patienceNanos, versions, ageNanos);
    }

    public boolean boundsVersions() {
        return versions != UNBOUNDED;
    }

    public boolean boundsAge() {
        return ageNanos != UNBOUNDED;
    }
}
