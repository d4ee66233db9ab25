package roundhouse.simulation.engine;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cookies that a reply brings: for each balancer on the way, by its place there, the target that its cookie names. Mostly none. */
final class ReplyCookies {
    private @Nullable String[] targets = {};

    void put(int place, String target) {
        if (place >= targets.length) {
            targets = Arrays.copyOf(targets, place + 1);
        }
        targets[place] = target;
    }

    /** Takes what another reply brings, too. */
    void addAll(ReplyCookies others) {
        for (int place = 0; place < others.targets.length; place++) {
            String target = others.targets[place];
            if (target != null) {
                put(place, target);
            }
        }
    }

    /** Gives them to whoever keeps them for that user's session. */
    void deliver(CookieKeeper keeper, int user, long session) {
        for (int place = 0; place < targets.length; place++) {
            String target = targets[place];
            if (target != null) {
                keeper.keep(user, session, place, target);
            }
        }
    }

    void clear() {
        Arrays.fill(targets, null);
    }
}
