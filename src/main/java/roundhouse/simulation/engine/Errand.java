package roundhouse.simulation.engine;

/** What an attempt is about as far as data goes, for who draws it. */
public final class Errand {
    /** It asks for something. */
    public static final byte READ = 0;
    /** It brings what is to be kept: a client's write, or a value for a cache or a store. */
    public static final byte WRITE = 1;
    /** A cache brings its store what was written to it before. */
    public static final byte FLUSH = 2;
    /** Something is to go from a cache. */
    public static final byte INVALIDATION = 3;

    /** It is a request of an attack, whatever it asks for. */
    public static final byte ATTACK = 4;

    private Errand() {}

    /** What that attempt is about. */
    public static byte of(Attempt attempt) {
        if (attempt.attack && !attempt.called) {
            return ATTACK;
        }
        return switch (attempt.action()) {
            case DELETE -> INVALIDATION;
            case SET, WRITE_PAST, WRITE_THROUGH, WRITE_BACK -> WRITE;
            case WRITE -> attempt.request == 0 ? FLUSH : WRITE;
            case GET, READ -> READ;
            case NONE, FETCH -> attempt.read ? READ : WRITE;
        };
    }
}
