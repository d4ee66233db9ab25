package roundhouse.routing.algorithms;

import java.util.BitSet;
import roundhouse.routing.Address;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/** A request whose every part a test can set. */
final class TestRequest implements Request {
    Address client = Address.ofIpv4(0x0a000001);
    long key;
    int region = Regions.NOWHERE;
    final BitSet tried = new BitSet();

    @Override
    public Address client() {
        return client;
    }

    @Override
    public int region() {
        return region;
    }

    @Override
    public long session() {
        return 1;
    }

    @Override
    public long key() {
        return key;
    }

    @Override
    public RequestKind kind() {
        return RequestKind.PLAIN;
    }

    @Override
    public boolean tried(int target) {
        return tried.get(target);
    }

    @Override
    public boolean anyTried() {
        return !tried.isEmpty();
    }
}
