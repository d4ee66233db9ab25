package roundhouse.simulation.clients;

import roundhouse.kernel.RandomStream;
import roundhouse.topology.nodes.parts.KeyDistribution;

/** Draws the key a request is about. */
abstract sealed class KeySampler permits KeySampler.Uniform, KeySampler.Hot, ZipfSampler {
    abstract long next();

    static KeySampler of(KeyDistribution keys, RandomStream random) {
        return switch (keys) {
            case KeyDistribution.Uniform(int count) -> new Uniform(count, random);
            case KeyDistribution.Hot(int count, double share) -> new Hot(count, share, random);
            case KeyDistribution.Zipf(int count, double exponent) -> new ZipfSampler(count, exponent, random);
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
}
