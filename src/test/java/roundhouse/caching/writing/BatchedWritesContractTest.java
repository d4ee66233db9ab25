package roundhouse.caching.writing;

import java.util.Random;

final class BatchedWritesContractTest extends WriteBehindContract {
    @Override
    WriteBehind queue(Random random) {
        return new BatchedWrites(random.nextInt(12), random.nextInt(300) * 1_000_000L, random.nextBoolean());
    }

    @Override
    boolean triesAgain() {
        return false;
    }
}
