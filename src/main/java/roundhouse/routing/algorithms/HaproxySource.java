package roundhouse.routing.algorithms;

import roundhouse.hashing.Placement;
import roundhouse.hashing.functions.Hashes;
import roundhouse.routing.Address;
import roundhouse.routing.Request;

/**
 * The key of HAProxy's {@code balance source}: the client's address as a 32-bit number, of version 6 its four words together by
 * exclusive or. Of {@code hash-type} only {@code avalanche} counts: no hash function is asked. Source: HAProxy 2.6, src/backend.c,
 * {@code get_server_sh}.
 */
final class HaproxySource implements HaproxyHash.Key {
    private final boolean avalanche;

    HaproxySource(boolean avalanche) {
        this.avalanche = avalanche;
    }

    @Override
    public long hash(Request request, Placement placement) {
        Address client = request.client();
        long word = 0;
        for (int i = 0; i < client.length(); i++) {
            word ^= (long) client.octet(i) << (8 * (3 - i % 4));
        }
        return avalanche ? Hashes.avalanche((int) word) & 0xffff_ffffL : word;
    }

    @Override
    public String words(Request request) {
        return request.client().toString();
    }
}
