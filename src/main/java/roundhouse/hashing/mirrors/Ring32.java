package roundhouse.hashing.mirrors;

import java.util.List;
import roundhouse.hashing.Target;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.PointPlacement;

/** What the rings of 2³² share: of a key's hash the low 32 bits count, which stand at the top of a {@linkplain #pointIndex point's} position. */
abstract class Ring32 extends PointPlacement {
    Ring32(List<Target> targets, HashFunction function) {
        super(targets, function);
    }

    @Override
    public long hash(byte[] key) {
        return function.hash(key) & 0xffff_ffffL;
    }

    @Override
    public long position(long keyHash) {
        return keyHash << 32;
    }

    @Override
    public int start(long keyHash) {
        return pointIndex().firstOrWrap(keyHash << 32);
    }
}
