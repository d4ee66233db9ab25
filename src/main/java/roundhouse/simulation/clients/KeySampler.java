package roundhouse.simulation.clients;

import roundhouse.kernel.RandomStream;
import roundhouse.topology.nodes.traffic.KeyDistribution;
import roundhouse.topology.nodes.traffic.RecordedKeys;

/** Draws the key a request is about. */
abstract sealed class KeySampler permits KeySampler.Uniform, KeySampler.Hot, KeySampler.Recorded, ZipfSampler {
    abstract long next();

    static KeySampler of(KeyDistribution keys, RandomStream random) {
        return switch (keys) {
            case KeyDistribution.Uniform(int count) -> new Uniform(count, random);
            case KeyDistribution.Hot(int count, double share) -> new Hot(count, share, random);
            case KeyDistribution.Zipf(int count, double exponent) -> new ZipfSampler(count, exponent, random);
            case KeyDistribution.FromFile(String _, RecordedKeys recorded) -> new Recorded(recorded);
        };
    }

    static final class Uniform extends KeySampler {
        private final int count;
        private final RandomStream random;

        Uniform(int count, RandomStream random) {
            this.count = count;
            this.random = random;
        }

        @Override
        long next() {
            return random.nextInt(count);
        }
    }

    static final class Hot extends KeySampler {
        private final int count;
        private final double share;
        private final RandomStream random;

        Hot(int count, double share, RandomStream random) {
            this.count = count;
            this.share = share;
            this.random = random;
        }

        @Override
        long next() {
            return count == 1 || random.nextDouble() < share ? 0 : 1 + random.nextInt(count - 1);
        }
    }

    /** One after the other, and from the beginning again. */
    static final class Recorded extends KeySampler {
        private final RecordedKeys recorded;
        private int next;
        private int last;

        Recorded(RecordedKeys recorded) {
            this.recorded = recorded;
        }

        @Override
        long next() {
            last = next;
            next = last + 1 == recorded.length() ? 0 : last + 1;
            return recorded.key(last);
        }

        /** Whether it is said that the last one reads or writes. */
        boolean saysKinds() {
            return recorded.saysKinds();
        }

        boolean isRead() {
            return recorded.isRead(last);
        }

        /** The size of the value of the last one; 0 where it is not said. */
        int bytes() {
            return recorded.bytes(last);
        }
    }
}
