package roundhouse.routing.ipvs;

import roundhouse.routing.Address;

/** A client's address as the number that IPVS hashes: its 32 bits, of version 6 those of its four words together by exclusive or. */
final class ClientNumber {
    private ClientNumber() {}

    static int of(Address address) {
        int folded = 0;
        for (int i = 0; i < address.length(); i += 4) {
            folded ^= (address.octet(i) << 24)
                    | (address.octet(i + 1) << 16)
                    | (address.octet(i + 2) << 8)
                    | address.octet(i + 3);
        }
        return folded;
    }
}
