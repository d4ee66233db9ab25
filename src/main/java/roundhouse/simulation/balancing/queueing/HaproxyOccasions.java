package roundhouse.simulation.balancing.queueing;

import java.util.Arrays;
import roundhouse.routing.Pool;
import roundhouse.simulation.targets.TargetGroup;

/**
 * When a target takes some of those that wait, by HAProxy 2.6: never just because it has room, but when there is an occasion.
 *
 * <ul>
 *   <li>A request has ended there, was turned away because too many wait for it, or waits for it no longer, or its limit was changed; and
 *       fewer are in flight there than its limit: it takes those that wait for it or for anyone, until it is at its limit. One without
 *       a limit takes nobody then.
 *   <li>It comes back from maintenance or from checks, or makes a step of its slow start: it takes of those that wait for anyone as many
 *       as it lacks to its limit, and these never count against the limit. With the last step it does so twice. So it can be above its
 *       limit afterwards; then it takes nobody when a request ends there, until it is below it again.
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
    /** How often it has come back, or made a step of its slow start, since it was last asked. */
    private int[] back = {};
    /** Something has happened there that leaves it below its limit. */
    private boolean[] room = {};

    HaproxyOccasions(TargetGroup group) {
        this.group = group;
        begin();
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
            back[target] += out[target] && !isOut ? 1 : 0;
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

    /** The target has made a step of its slow start. With the last one it also gets its whole weight, which is one more occasion. */
    void warmer(int target, boolean last) {
        grow(target + 1);
        back[target] += last ? 2 : 1;
    }

    /** A request has gone from it, and so many are there still, whether they count or not. */
    void left(int target, int inFlight) {
        grow(target + 1);
        int limit = group.lines().limitNow(target);
        room[target] |= inFlight < limit && limit != Pool.UNLIMITED;
    }

    /** How often it takes as many as it lacks, which it is asked once. */
    int takeBack(int target) {
        int times = back[target];
        back[target] = 0;
        return times;
    }

    /** Whether a place has become free there, which it is asked once. */
    boolean takesRoom(int target) {
        boolean is = room[target];
        room[target] = false;
        return is;
    }
}
