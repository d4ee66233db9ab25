package roundhouse.routing.algorithms;

import roundhouse.hashing.Placement;
import roundhouse.routing.Address;
import roundhouse.routing.Request;

/**
 * The key of HAProxy's {@code balance source}: the client's address as a 32-bit number, of version 6 its four words together by
 * exclusive or, without any hash function. Source: HAProxy 2.6, src/backend.c, {@code get_server_sh}.
 */
final class HaproxySource implements HaproxyHash.Key {
    @Override
    public long hash(Request request, Placement placement) {
        Address client = request.client();
        long word = 0;
        for (int i = 0; i < client.length(); i++) {
            word ^= (long) client.octet(i) << (8 * (3 - i % 4));
        }
        return word;
    }

    @Override
    public String words(Request request) {
        return request.client().toString();
    }
}
