package roundhouse.hashing.functions;

import static roundhouse.hashing.functions.HashFunction.unsigned;

import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The hash functions that neither hash4j nor the JDK has in the form wanted here. Each takes the whole key; those of 32 bits return
 * them unsigned in a long.
 */
public final class Hashes {
    private static final int FNV_32 = 0x811c9dc5;
    private static final int FNV_32_PRIME = 0x0100_0193;
    private static final long FNV_64 = 0xcbf29ce484222325L;
    private static final long FNV_64_PRIME = 0x100000001b3L;

    private Hashes() {}

    public static long crc32(byte[] key) {
        java.util.zip.CRC32 crc = new java.util.zip.CRC32();
        crc.update(key, 0, key.length);
        return crc.getValue();
    }

    public static long fnv1a32(byte[] key) {
        return unsigned(fnv1a32(FNV_32, key));
    }

    /** FNV-1a carried on: the hash of what {@code hash} is the hash of, followed by {@code more}. */
    public static int fnv1a32(int hash, byte[] more) {
        for (byte b : more) {
            hash = (hash ^ (b & 0xff)) * FNV_32_PRIME;
        }
        return hash;
    }

    static long fnv132(byte[] key) {
        int hash = FNV_32;
        for (byte b : key) {
            hash = (hash * FNV_32_PRIME) ^ (b & 0xff);
        }
        return unsigned(hash);
    }

    static long fnv1a64(byte[] key) {
        long hash = FNV_64;
        for (byte b : key) {
            hash = (hash ^ (b & 0xff)) * FNV_64_PRIME;
        }
        return hash;
    }

    static long fnv164(byte[] key) {
        long hash = FNV_64;
        for (byte b : key) {
            hash = (hash * FNV_64_PRIME) ^ (b & 0xff);
        }
        return hash;
    }

    static long md5(byte[] key) {
        return littleEndian(digest("MD5", key)).getLong();
    }

    /** As Varnish's directors number a key. */
    public static long sha256(byte[] key) {
        return unsigned(littleEndian(digest("SHA-256", key)).getInt(28));
    }

    public static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    public static byte[] digest(String algorithm, byte[] key) {
        try {
            return MessageDigest.getInstance(algorithm).digest(key);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has " + algorithm, e);
        }
    }

    static long sdbm(byte[] key) {
        int hash = 0;
        for (byte b : key) {
            hash = (b & 0xff) + (hash << 6) + (hash << 16) - hash;
        }
        return unsigned(hash);
    }

    static long djb2(byte[] key) {
        int hash = 5381;
        for (byte b : key) {
            hash = hash * 33 + (b & 0xff);
        }
        return unsigned(hash);
    }

    /** Willy Tarreau's: two words that rotate each other by amounts taken from themselves. */
    static long wt6(byte[] key) {
        int h0 = 0xa53c965a;
        int h1 = 0x5ca6953a;
        int step0 = 6;
        int step1 = 18;
        for (byte b : key) {
            h0 = ~(h0 ^ (b & 0xff));
            h1 = ~(h1 + (b & 0xff));
            int turned = Integer.rotateLeft(h1, step0);
            h1 = Integer.rotateLeft(h0, step1);
            h0 = turned;
            int steps = ((h0 >>> 16) ^ h1) & 0xffff;
            step0 = steps & 0x1f;
            step1 = steps >>> 11;
        }
        return unsigned(h0 ^ h1);
    }

    public static long oneAtATime(byte[] key) {
        int hash = 0;
        for (byte b : key) {
            hash += b & 0xff;
            hash += hash << 10;
            hash ^= hash >>> 6;
        }
        hash += hash << 3;
        hash ^= hash >>> 11;
        hash += hash << 15;
        return unsigned(hash);
    }

    /** MurmurHash2 with the seed that libmemcached and twemproxy derive from the length. */
    static long murmur2(byte[] key) {
        int m = 0x5bd1e995;
        int hash = (0xdeadbeef * key.length) ^ key.length;
        ByteBuffer words = littleEndian(key);
        while (words.remaining() >= 4) {
            int k = words.getInt() * m;
            k = (k ^ (k >>> 24)) * m;
            hash = (hash * m) ^ k;
        }
        if (words.hasRemaining()) {
            int shift = 0;
            while (words.hasRemaining()) {
                hash ^= (words.get() & 0xff) << shift;
                shift += 8;
            }
            hash *= m;
        }
        hash = (hash ^ (hash >>> 13)) * m;
        return unsigned(hash ^ (hash >>> 15));
    }

    /** Paul Hsieh's SuperFastHash, begun with 0, as twemproxy has it: pairs of bytes, then what is left over. */
    static long hsieh(byte[] key) {
        ByteBuffer pairs = littleEndian(key);
        int hash = 0;
        while (pairs.remaining() >= 4) {
            hash += pairs.getChar();
            int next = (pairs.getChar() << 11) ^ hash;
            hash = (hash << 16) ^ next;
            hash += hash >>> 11;
        }
        switch (pairs.remaining()) {
            case 3 -> {
                hash += pairs.getChar();
                hash ^= hash << 16;
                hash ^= pairs.get() << 18;
                hash += hash >>> 11;
            }
            case 2 -> {
                hash += pairs.getChar();
                hash ^= hash << 11;
                hash += hash >>> 17;
            }
            case 1 -> {
                hash += pairs.get() & 0xff;
                hash ^= hash << 10;
                hash += hash >>> 1;
            }
            default -> {}
        }
        hash ^= hash << 3;
        hash += hash >>> 5;
        hash ^= hash << 4;
        hash += hash >>> 17;
        hash ^= hash << 25;
        hash += hash >>> 6;
        return unsigned(hash);
    }

    /** What HAProxy's {@code balance source} takes of an address: IPv4's 32 bits, or IPv6's four words XORed. */
    public static long address(byte[] key) {
        String text = new String(key, StandardCharsets.UTF_8);
        try {
            ByteBuffer words = ByteBuffer.wrap(InetAddress.ofLiteral(text).getAddress());
            int hash = 0;
            while (words.hasRemaining()) {
                hash ^= words.getInt();
            }
            return unsigned(hash);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("'" + text + "' is not an IP address, and the hash is 'address'", e);
        }
    }

    /** HAProxy's {@code full_hash}: its avalanche, and what places its servers on its ring. */
    public static int avalanche(int a) {
        a = (a + 0x7ed55d16) + (a << 12);
        a = (a ^ 0xc761c23c) ^ (a >>> 19);
        a = (a + 0x165667b1) + (a << 5);
        a = (a + 0xd3a2646c) ^ (a << 9);
        a = (a + 0xfd7046c5) + (a << 3);
        a = (a ^ 0xb55a4f09) ^ (a >>> 16);
        return a * (int) 3221225473L;
    }

    /** A bijection of 64 bits after which every bit depends on every other (the finaliser of SplitMix64). */
    public static long mix(long bits) {
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return bits ^ (bits >>> 31);
    }

    /** The hash to use at a further attempt for the same key; the key's own at attempt 0. */
    public static long again(long keyHash, int attempt) {
        return attempt == 0 ? keyHash : mix(keyHash + attempt * 0x9e3779b97f4a7c15L);
    }
}
