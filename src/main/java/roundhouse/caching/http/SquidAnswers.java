package roundhouse.caching.http;

/**
 * Squid: s-maxage before max-age, nothing without either; private, no-store and errors are not kept. Source: SQUID_5_7, src/http.cc and
 * src/refresh.cc. Its guesses from Last-Modified are left out.
 */
public final class SquidAnswers {
    private SquidAnswers() {}

    /** What becomes of the answer. */
    public static Keeping keep(HttpAnswer answer) {
        String control = answer.header("Cache-Control");
        long lifetime = HttpAnswer.maxAge(control);
        if (answer.status() != 200 || lifetime < 0 || HttpAnswer.forbids(control)) {
            return Keeping.DROPPED;
        }
        long age = Math.max(0, HttpAnswer.seconds(answer.header("Age")));
        return new Keeping(
                Keeping.Kind.KEPT, lifetime, age, 0, Math.max(0, HttpAnswer.secondsOf(control, "stale-if-error")));
    }
}
