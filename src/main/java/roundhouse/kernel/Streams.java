package roundhouse.kernel;

import java.util.HashMap;
import java.util.Map;

/**
 * The random streams of a run, one for each (owner, purpose), each derived from the seed and those names alone: a further owner changes no other's draws, so two designs see the same arrivals, keys and demands (common random numbers).
 */
public final class Streams {
    private record Name(String owner, String purpose) {}

    private final long seed;
    private final Map<Name, RandomStream> streams = new HashMap<>();

    public Streams(long seed) {
        this.seed = seed;
    }

    /** The stream of that name. Asked again it is the same stream, in its present state, even if its owner was removed meanwhile. */
    public RandomStream of(String owner, String purpose) {
        return streams.computeIfAbsent(new Name(owner, purpose), name -> new RandomStream(hash(owner, purpose)));
    }

    /** A number that depends on the seed and these names alone. */
    public long hash(String owner, String purpose) {
        return Mix.text(Mix.text(Mix.mix(seed), owner), purpose);
    }
}
