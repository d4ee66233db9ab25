package roundhouse.simulation.balancing.queueing;

import java.util.Arrays;
import roundhouse.routing.Pool;
import roundhouse.simulation.targets.TargetGroup;

/**
 * When a target takes some of those that wait, by HAProxy 2.6: never just because it has room, but when there is an occasion.
 *
 * <ul>
 *   <li>A request has ended there, so that fewer are in flight there than its limit, or that limit was changed: it takes those that wait
 *       for it or for anyone, until it is at its limit.
 *   <li>It comes back from maintenance or from checks, or makes a step of its slow start: it takes of those that wait for anyone as many
 *       as it lacks to its limit, and these never count against the limit. So it can be above it afterwards; then it takes nobody when
 *       a request ends there, until it is below it again.
 * </ul>
 *
 * <p>One that no longer drains, or that gets a weight, and a backup when the last primary goes, have no occasion: whoever waits goes on
 * waiting, perhaps before idle targets, until a request ends at one that can take them or one comes back.
 *
 * <p>Source: HAProxy 2.6, may_dequeue_tasks, process_srv_queue and pendconn_grab_from_px (include/haproxy/queue.h, src/queue.c), and
 * where src/server.c calls them.
 */
final class HaproxyOccasions {
    private final TargetGroup group;
    /** For each target whether it was out of use when that was last looked at, and the limit of its link. */
    private boolean[] out = {};

    private int[] limits = {};
    /** It has come back, or made a step of its slow start. */
    private boolean[] back = {};
    /** A request has ended there, or its limit was changed. */
    private boolean[] room = {};

    HaproxyOccasions(TargetGroup group) {
        this.group = group;
    }

    /** Somebody begins to wait, who is placed by what the targets are now. */
    void begin() {
        Pool pool = group.pool();
        grow(pool.size());
        for (int target = 0; target < pool.size(); target++) {
            out[target] = !pool.keepsClients(target);
            limits[target] = group.link(target).link().limit();
        }
    }

    /** The targets have changed. */
    void look() {
        Pool pool = group.pool();
        grow(pool.size());
        for (int target = 0; target < pool.size(); target++) {
            boolean isOut = !pool.keepsClients(target);
            int limit = group.link(target).link().limit();
            back[target] |= out[target] && !isOut;
            room[target] |= limit != limits[target];
            out[target] = isOut;
            limits[target] = limit;
        }
    }

    /** A target that is new comes back, too. */
    private void grow(int size) {
        int known = out.length;
        if (size > known) {
            out = Arrays.copyOf(out, size);
            Arrays.fill(out, known, size, true);
            limits = Arrays.copyOf(limits, size);
            for (int target = known; target < size; target++) {
                limits[target] = group.link(target).link().limit();
            }
            back = Arrays.copyOf(back, size);
            room = Arrays.copyOf(room, size);
        }
    }

    /** The target has made a step of its slow start. */
    void warmer(int target) {
        grow(target + 1);
        back[target] = true;
    }

    /** A request has ended there, and so many are there still, whether they count or not. */
    void ended(int target, int inFlight) {
        grow(target + 1);
        room[target] |= inFlight < group.lines().limitNow(target);
    }

    /** Whether it comes back, which it is asked once. */
    boolean takesBack(int target) {
        boolean is = target < back.length && back[target];
        if (is) {
            back[target] = false;
        }
        return is;
    }

    /** Whether a place has become free there, which it is asked once. */
    boolean takesRoom(int target) {
        boolean is = target < room.length && room[target];
        if (is) {
            room[target] = false;
        }
        return is;
    }
}
