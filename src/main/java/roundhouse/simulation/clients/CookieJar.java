package roundhouse.simulation.clients;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The cookies of one user's session: for each balancer on the way, by its place there, the target it named. */
final class CookieJar {
    private long session;
    private @Nullable String[] targets = new String[2];

    @Nullable
    String get(long session, int place) {
        return session == this.session && place < targets.length ? targets[place] : null;
    }

    /** A cookie of a new session throws those of the old one away. */
    void put(long session, int place, String target) {
        if (session != this.session) {
            this.session = session;
            Arrays.fill(targets, null);
        }
        if (place >= targets.length) {
            targets = Arrays.copyOf(targets, place + 1);
        }
        targets[place] = target;
    }
}
