package roundhouse.routing.algorithms;

import java.util.BitSet;
import java.util.Map;
import roundhouse.routing.Address;
import roundhouse.routing.Regions;
import roundhouse.routing.Request;
import roundhouse.routing.RequestKind;

/** A request whose every part a test can set. */
public final class TestRequest implements Request {
    public Address client = Address.ofIpv4(0x0a000001);
    public long key;
    public int region = Regions.NOWHERE;
    private RequestKind kind = RequestKind.PLAIN;
    public final BitSet tried = new BitSet();

    /** From now on it asks for that. */
    void path(String path) {
        kind = new RequestKind(path, Map.of(), Map.of());
    }

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
        return kind;
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
