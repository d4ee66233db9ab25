package roundhouse.caching.writing;

import java.util.Random;

final class PeriodicFlushContractTest extends WriteBehindContract {
    @Override
    WriteBehind queue(Random random) {
        return new PeriodicFlush(
                (1 + random.nextInt(3_000)) * 1_000_000L, 1 + random.nextInt(6), random.nextBoolean(), 0);
    }

    @Override
    boolean triesAgain() {
        return true;
    }
}
