package roundhouse.simulation.engine;

import org.jspecify.annotations.Nullable;

/** Keeps the cookies of a client's users, by which balancers know their sessions again. */
public interface CookieKeeper {
    /** The target that a cookie of the user's session names, by the place of its balancer on the way; null when there is none. */
    @Nullable
    String cookie(int user, long session, int place);

    /** The user has such a cookie from now on. One for a session that has ended is dropped. */
    void keep(int user, long session, int place, String target);
}
