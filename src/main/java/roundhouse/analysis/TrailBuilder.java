package roundhouse.analysis;

import java.util.Arrays;
import roundhouse.topology.files.SavedRun.Trail;

/** Collects a trail in bounded space: when there are too many digests, every second one is dropped. */
final class TrailBuilder {
    private final long[] digests = new long[Trail.MOST_DIGESTS];
    private short[] fingerprints = new short[1_024];
    private long every = 1;
    private int kept;
    private long events;

    /** An event happened, and the digest is this now. */
    void add(long digest) {
        if (events < Trail.MOST_FINGERPRINTS) {
            if (events == fingerprints.length) {
                fingerprints = Arrays.copyOf(fingerprints, 2 * fingerprints.length);
            }
            fingerprints[(int) events] = Trail.fingerprint(digest);
        }
        if (++events % every == 0) {
            if (kept == digests.length) {
                thin();
            }
            if (events % every == 0) {
                digests[kept++] = digest;
            }
        }
    }

    private void thin() {
        kept /= 2;
        for (int i = 0; i < kept; i++) {
            digests[i] = digests[2 * i + 1];
        }
        every *= 2;
    }

    Trail trail() {
        int prints = (int) Math.min(events, Trail.MOST_FINGERPRINTS);
        return new Trail(every, Arrays.copyOf(digests, kept), Arrays.copyOf(fingerprints, prints));
    }
}
