package roundhouse.routing.haproxy;

import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * HAProxy's {@code balance roundrobin}: in turn in proportion to weight by positions in a round, not by smooth weighted round robin. A
 * fresh round begins with the heaviest, weights can change at any time, and slow start gives a part of them.
 *
 * <p>The rule and its source are in {@link FwrrGroup}. A pick costs the logarithm of the number of targets, and again that for each
 * that cannot take the request. Weights are not capped at HAProxy's 256.
 */
public final class HaproxyRoundRobin implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private final FwrrGroup primaries = new FwrrGroup();
    private final FwrrGroup backups = new FwrrGroup();
    private boolean begun;

    @Override
    public int pick(Request request, Pool pool) {
        follow(pool);
        int target = primaries.pick(request, pool);
        return target != NONE ? target : backups.pick(request, pool);
    }

    @Override
    public void begin(Pool pool) {
        follow(pool);
    }

    /** One that comes back stands elsewhere than before, also where nobody has seen that it was gone. */
    @Override
    public void look(Pool pool) {
        if (begun) {
            follow(pool);
        }
    }

    private void follow(Pool pool) {
        begun = true;
        if (members.refresh(pool)) {
            primaries.follow(pool, members.primaries());
            backups.follow(pool, members.backups());
        }
    }

    /** HAProxy looks at them all before it lets the first one wait, and each loses its turn. */
    @Override
    public void noRoom(Request request, Pool pool) {
        follow(pool);
        (members.primaries().length > 0 ? primaries : backups).pick(request, pool);
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EligibleTargets now = EligibleTargets.of(pool);
        FwrrGroup first = followed(primaries, pool, now.primaries());
        FwrrGroup second = followed(backups, pool, now.backups());
        int picked = first.copy().pick(request, pool);
        if (picked == NONE) {
            picked = second.copy().pick(request, pool);
        }
        int target = picked;
        return new Explanation(
                picked,
                "whose position in the round is due, else the heaviest not yet used in it",
                Explaining.candidates(
                        request,
                        pool,
                        any -> (pool.isBackup(any) ? second : first).workings(any),
                        any -> any == target ? "next" : "later"),
                "");
    }

    private static FwrrGroup followed(FwrrGroup group, Pool pool, int[] members) {
        FwrrGroup copy = group.copy();
        copy.follow(pool, members);
        return copy;
    }
}
