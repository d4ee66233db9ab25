package roundhouse.hashing.functions;

import com.dynatrace.hash4j.hashing.Hashing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The registry of hash functions: one line each, read by the file format, the inspector, the command line and the tests. Any of them
 * can be given HAProxy's {@code +avalanche}, which mixes the low 32 bits once more.
 *
 * <p>A 32-bit function gives a number from 0 to 2³² − 1; a 64-bit one all 64 bits of a long, to be read as unsigned.
 */
public final class HashFunction {
    private static final String AVALANCHE = "+avalanche";
    private static final List<HashFunction> ALL = new ArrayList<>();

    public static final HashFunction XXH3 = add("xxh3", "XXH3-64", 64, Hashing.xxh3_64()::hashBytesToLong);
    public static final HashFunction XXH64 = add("xxh64", "xxHash64", 64, Hashing.xxh64()::hashBytesToLong);
    public static final HashFunction MURMUR3_32 = add(
            "murmur3-32",
            "MurmurHash3, 32 bits",
            32,
            key -> unsigned(Hashing.murmur3_32().hashBytesToInt(key)));
    public static final HashFunction MURMUR3_128 =
            add("murmur3-128", "MurmurHash3, first half of 128 bits", 64, Hashing.murmur3_128()::hashBytesToLong);
    public static final HashFunction CRC32 = add("crc32", "CRC-32 (IEEE)", 32, Hashes::crc32);
    public static final HashFunction FNV1A_32 = add("fnv1a-32", "FNV-1a, 32 bits", 32, Hashes::fnv1a32);
    public static final HashFunction FNV1A_64 = add("fnv1a-64", "FNV-1a, 64 bits", 64, Hashes::fnv1a64);
    public static final HashFunction MD5 = add("md5", "MD5, first 8 bytes, little endian", 64, Hashes::md5);
    public static final HashFunction SDBM = add("sdbm", "sdbm", 32, Hashes::sdbm);
    public static final HashFunction DJB2 = add("djb2", "djb2", 32, Hashes::djb2);
    public static final HashFunction WT6 = add("wt6", "wt6 of HAProxy", 32, Hashes::wt6);
    public static final HashFunction FNV1_32 = add("fnv1-32", "FNV-1, 32 bits", 32, Hashes::fnv132);
    public static final HashFunction FNV1_64 = add("fnv1-64", "FNV-1, 64 bits", 64, Hashes::fnv164);
    public static final HashFunction ONE_AT_A_TIME =
            add("one-at-a-time", "Jenkins's one at a time", 32, Hashes::oneAtATime);
    public static final HashFunction JENKINS = add("jenkins", "Jenkins's lookup3, start 13", 32, Lookup3::hash);
    public static final HashFunction MURMUR2 =
            add("murmur2", "MurmurHash2 as memcached clients seed it", 32, Hashes::murmur2);
    public static final HashFunction HSIEH = add("hsieh", "Hsieh's SuperFastHash", 32, Hashes::hsieh);
    public static final HashFunction SHA256 = add("sha256", "SHA-256, last 4 bytes, little endian", 32, Hashes::sha256);
    public static final HashFunction ADDRESS =
            add("address", "A client's IP address as HAProxy's source has it", 32, Hashes::address);

    private final String key;
    private final String title;
    private final int bits;
    private final Function function;

    /** A hash of a whole array. */
    @FunctionalInterface
    private interface Function {
        long hash(byte[] key);
    }

    private HashFunction(String key, String title, int bits, Function function) {
        this.key = key;
        this.title = title;
        this.bits = bits;
        this.function = function;
    }

    private static HashFunction add(String key, String title, int bits, Function function) {
        HashFunction added = new HashFunction(key, title, bits, function);
        ALL.add(added);
        return added;
    }

    /** All of them, without avalanche, the default first. */
    public static List<HashFunction> all() {
        return List.copyOf(ALL);
    }

    /** Those that hash any text, the default first. */
    public static List<HashFunction> ofTexts() {
        return ALL.stream().filter(HashFunction::takesAnyText).toList();
    }

    /** Whether it hashes any text; {@link #ADDRESS} takes IP addresses only. */
    public boolean takesAnyText() {
        return !plain().equals(ADDRESS);
    }

    /** The function of that name, which may end in {@code +avalanche}. */
    public static Optional<HashFunction> of(String name) {
        if (name.endsWith(AVALANCHE)) {
            return of(name.substring(0, name.length() - AVALANCHE.length())).map(HashFunction::avalanched);
        }
        return ALL.stream().filter(function -> function.key.equals(name)).findFirst();
    }

    public boolean isAvalanched() {
        return key.endsWith(AVALANCHE);
    }

    /** This function without the avalanche; itself if it has none. */
    public HashFunction plain() {
        return isAvalanched()
                ? of(key.substring(0, key.length() - AVALANCHE.length())).orElseThrow()
                : this;
    }

    /** This function with HAProxy's avalanche over the low 32 bits of its result; itself if it has that already. */
    public HashFunction avalanched() {
        return isAvalanched()
                ? this
                : new HashFunction(
                        key + AVALANCHE,
                        title + ", with avalanche",
                        32,
                        bytes -> unsigned(Hashes.avalanche((int) function.hash(bytes))));
    }

    /** The name in files and on the command line. */
    public String key() {
        return key;
    }

    /** The name for people. */
    public String title() {
        return title;
    }

    /** 32 or 64. */
    public int bits() {
        return bits;
    }

    public long hash(byte[] bytes) {
        return function.hash(bytes);
    }

    /** The hash of the text in UTF-8. */
    public long hash(String text) {
        return hash(Utf8.of(text));
    }

    /** The hash spread over all 64 bits, so that it is a position on a ring of 2⁶⁴. */
    public long position(byte[] bytes) {
        long hash = function.hash(bytes);
        return bits == 32 ? hash << 32 : hash;
    }

    public static long unsigned(int hash) {
        return hash & 0xffff_ffffL;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HashFunction that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    @Override
    public String toString() {
        return key;
    }
}
