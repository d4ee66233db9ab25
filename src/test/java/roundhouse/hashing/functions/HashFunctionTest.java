package roundhouse.hashing.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.Test;
import roundhouse.golden.Golden;
import tools.jackson.databind.JsonNode;

class HashFunctionTest {
    /** The recorded values that are numbers, and the functions they are of. */
    private static final Map<String, HashFunction> NUMBERS = Map.ofEntries(
            Map.entry("xxh64", HashFunction.XXH64),
            Map.entry("xxh3_64", HashFunction.XXH3),
            Map.entry("murmur3_32", HashFunction.MURMUR3_32),
            Map.entry("murmur3_x64_128_h1", HashFunction.MURMUR3_128),
            Map.entry("fnv1_32", HashFunction.FNV1_32),
            Map.entry("fnv1a_32", HashFunction.FNV1A_32),
            Map.entry("fnv1_64", HashFunction.FNV1_64),
            Map.entry("fnv1a_64", HashFunction.FNV1A_64),
            Map.entry("crc32", HashFunction.CRC32),
            Map.entry("jenkins_one_at_a_time", HashFunction.ONE_AT_A_TIME));

    @Test
    void everyRecordedVector() {
        for (JsonNode vector : Golden.read("other/hash_vectors.json").get("vectors")) {
            byte[] input = vector.get("input").asString().getBytes(StandardCharsets.UTF_8);
            NUMBERS.forEach((name, function) -> {
                if (vector.has(name)) {
                    assertThat(function.hash(input))
                            .as("%s of '%s'", name, vector.get("input"))
                            .isEqualTo(Long.parseUnsignedLong(vector.get(name).asString(), 16));
                    Golden.equal(1);
                }
            });
            byte[] md5 = HexFormat.of().parseHex(vector.get("md5").asString());
            assertThat(HashFunction.MD5.hash(input))
                    .isEqualTo(Hashes.littleEndian(md5).getLong());
            Golden.equal(1);
        }
    }

    @Test
    void everyFunctionIsFoundByItsNameWithAndWithoutAvalanche() {
        for (HashFunction function : HashFunction.all()) {
            assertThat(HashFunction.of(function.key())).containsSame(function);
            HashFunction avalanched =
                    HashFunction.of(function.key() + "+avalanche").orElseThrow();
            assertThat(avalanched).isEqualTo(function.avalanched()).isNotEqualTo(function);
            assertThat(avalanched.avalanched()).isSameAs(avalanched);
            assertThat(avalanched.plain()).isSameAs(function);
            assertThat(function.plain()).isSameAs(function);
            assertThat(avalanched.bits()).isEqualTo(32);
            assertThat(avalanched.hash("10.0.0.1"))
                    .isEqualTo(Hashes.avalanche((int) function.hash("10.0.0.1")) & 0xffff_ffffL);
        }
        assertThat(HashFunction.of("xxh4")).isEmpty();
        assertThat(HashFunction.all().getFirst()).isSameAs(HashFunction.XXH3);
    }

    @Test
    void thirtyTwoBitFunctionsAreUnsigned() {
        for (HashFunction function : HashFunction.all()) {
            if (function.bits() == 32) {
                for (int i = 0; i < 64; i++) {
                    assertThat(function.hash("10.0.200." + i))
                            .as(function.key())
                            .isBetween(0L, 0xffff_ffffL);
                }
            }
        }
    }

    @Test
    void anAddressThatIsNoneIsRefused() {
        assertThat(HashFunction.ADDRESS.hash("203.0.113.7")).isEqualTo(0xcb007107L);
        assertThatThrownBy(() -> HashFunction.ADDRESS.hash("user-1")).hasMessageContaining("'user-1'");
    }

    @Test
    void crcOfTwoTextsFollowsFromTheCrcsOfBoth() {
        byte[] first = "17".getBytes(StandardCharsets.UTF_8);
        for (int length = 0; length < 300; length++) {
            byte[] second = "x".repeat(length).getBytes(StandardCharsets.UTF_8);
            assertThat(Crc32.concatenated(Hashes.crc32(first), Hashes.crc32(second), length))
                    .isEqualTo(HashFunction.CRC32.hash("17" + "x".repeat(length)));
        }
    }
}
