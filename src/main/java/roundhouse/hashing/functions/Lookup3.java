package roundhouse.hashing.functions;

import static java.lang.Integer.rotateLeft;

/**
 * Bob Jenkins's lookup3 ({@code hashlittle}, 2006) with the start value 13 that libmemcached and twemproxy call {@code jenkins}:
 * three words mixed per 12 bytes. Public domain; burtleburtle.net/bob/c/lookup3.c.
 */
final class Lookup3 {
    private static final int START = 13;

    private Lookup3() {}

    static long hash(byte[] key) {
        int a = 0xdeadbeef + key.length + START;
        int b = a;
        int c = a;
        int at = 0;
        while (key.length - at > 12) {
            a += word(key, at);
            b += word(key, at + 4);
            c += word(key, at + 8);
            a = (a - c) ^ rotateLeft(c, 4);
            c += b;
            b = (b - a) ^ rotateLeft(a, 6);
            a += c;
            c = (c - b) ^ rotateLeft(b, 8);
            b += a;
            a = (a - c) ^ rotateLeft(c, 16);
            c += b;
            b = (b - a) ^ rotateLeft(a, 19);
            a += c;
            c = (c - b) ^ rotateLeft(b, 4);
            b += a;
            at += 12;
        }
        if (at < key.length) {
            a += word(key, at);
            b += word(key, at + 4);
            c += word(key, at + 8);
            c = (c ^ b) - rotateLeft(b, 14);
            a = (a ^ c) - rotateLeft(c, 11);
            b = (b ^ a) - rotateLeft(a, 25);
            c = (c ^ b) - rotateLeft(b, 16);
            a = (a ^ c) - rotateLeft(c, 4);
            b = (b ^ a) - rotateLeft(a, 14);
            c = (c ^ b) - rotateLeft(b, 24);
        }
        return HashFunction.unsigned(c);
    }

    /** Four bytes from {@code at}, the least significant first; zeros past the end. */
    private static int word(byte[] key, int at) {
        int word = 0;
        for (int i = at; i < Math.min(at + 4, key.length); i++) {
            word |= (key[i] & 0xff) << (8 * (i - at));
        }
        return word;
    }
}
