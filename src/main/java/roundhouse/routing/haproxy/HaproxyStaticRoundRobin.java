package roundhouse.routing.haproxy;

import java.util.ArrayList;
import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.mirrors.HaproxyMap;
import roundhouse.routing.Balancer;
import roundhouse.routing.EligibleTargets;
import roundhouse.routing.Explaining;
import roundhouse.routing.Explanation;
import roundhouse.routing.Pool;
import roundhouse.routing.Request;

/**
 * HAProxy's {@code balance static-rr}: walks the table that {@link HaproxyMap} looks keys up in, slot after slot. The table is made
 * anew when a target goes or comes back, and the walk goes on at the same slot. There is no slow start. Of backups of which one is to be
 * used, others have slots, too.
 *
 * <p>Source: HAProxy 2.6, src/lb_map.c, {@code map_get_server_rr}. A pick is an array read, and one for each slot whose target cannot
 * take the request.
 */
public final class HaproxyStaticRoundRobin implements Balancer {
    private final EligibleTargets members = new EligibleTargets();
    private char[] primaries = {};
    private char[] backups = {};
    private int slot;

    /** The table over the primaries, or over the backups. The weights of all count for the divisor. */
    private static char[] table(Pool pool, EligibleTargets members, boolean backup) {
        boolean[] usable = new boolean[pool.size()];
        for (int target : backup ? members.backups() : members.primaries()) {
            usable[target] = true;
        }
        boolean one = backup && pool.isOneBackup();
        List<Target> targets = new ArrayList<>();
        for (int target = 0; target < pool.size(); target++) {
            int weight = pool.isRemoved(target) ? 0 : pool.fullWeight(target);
            boolean has = usable[target] || (one && pool.sharesPlaces() && pool.isBehind(target));
            targets.add(new Target(pool.name(target), weight, null, !has));
        }
        return new HaproxyMap(targets, HashFunction.SDBM, one).table();
    }

    @Override
    public int pick(Request request, Pool pool) {
        if (members.refresh(pool)) {
            primaries = table(pool, members, false);
            backups = table(pool, members, true);
        }
        int found = next(request, pool, primaries);
        char[] table = primaries;
        if (found == NONE) {
            found = next(request, pool, backups);
            table = backups;
        }
        if (found == NONE) {
            return NONE;
        }
        slot = found + 1;
        return table[found];
    }

    /** The slot of the next that is able. */
    private int next(Request request, Pool pool, char[] table) {
        int place = slot < table.length ? slot : 0;
        for (int steps = 0; steps < table.length; steps++) {
            if (EligibleTargets.isAble(request, pool, table[place])) {
                return place;
            }
            place = place + 1 == table.length ? 0 : place + 1;
        }
        return NONE;
    }

    @Override
    public Explanation explain(Request request, Pool pool) {
        EligibleTargets now = EligibleTargets.of(pool);
        char[] table = table(pool, now, false);
        int found = next(request, pool, table);
        if (found == NONE) {
            table = table(pool, now, true);
            found = next(request, pool, table);
        }
        int picked = found == NONE ? NONE : table[found];
        int[] slots = new int[pool.size()];
        for (char target : table) {
            slots[target]++;
        }
        int length = table.length;
        return new Explanation(
                picked,
                found == NONE ? "the next slot of the table" : "slot " + found + " of the table of " + length,
                Explaining.candidates(
                        request,
                        pool,
                        target -> slots[target] == 0 ? "" : slots[target] + " of " + length + " slots",
                        target -> target == picked ? "next" : "later"),
                "");
    }
}
