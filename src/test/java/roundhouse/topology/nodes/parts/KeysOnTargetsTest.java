package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.registry.PlacementSettings;
import roundhouse.hashing.rings.Ring;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;

/** Which settings a placement has, and which hash functions, tokens and hosts are refused, and why. */
final class KeysOnTargetsTest {
    private final RecordTrial<PlacementSettings> placements = new RecordTrial<>(PlacementDeclarations.SETTINGS);
    private final TypeTrial<List<Ring.MovedToken>> tokens = new TypeTrial<>(new TokensType());
    private final TypeTrial<HashFunction> few =
            new TypeTrial<>(new HashFunctionType(List.of(HashFunction.XXH3, HashFunction.MD5)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ring         | placement hash hash.avalanche virtual-nodes replicas balance-factor
            bounded-load | placement hash hash.avalanche virtual-nodes replicas balance-factor
            rendezvous   | placement hash hash.avalanche replicas
            maglev       | placement hash hash.avalanche replicas
            nginx-hash   | placement replicas
            """)
    void aFormShowsWhatAPlacementKnows(String kind, String keys) {
        assertThat(placements.shown(placements.read("{ \"placement\": \"" + kind + "\" }")))
                .containsExactly(keys.split(" "));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            "placement": "nginx-hash", "hash": "md5" | /hash it: hash is "md5"; nginx-hash always hashes keys with crc32
            "placement": "rendezvous", "virtual-nodes": 7     | /virtual-nodes it: virtual-nodes is 7; only a ring has virtual nodes, and the placement is rendezvous
            "placement": "rendezvous", "balance-factor": 150  | /balance-factor it: balance-factor is 150; rendezvous knows no bound on load
            "placement": "rendezvous", "tokens": { "s1#1": "0x0000000000000001" } | /tokens it: tokens can be moved on a ring only, and the placement is rendezvous
            "tokens": { "s 1#1": "0x0000000000000001" }       | /tokens it: "s 1#1" names no token
            """)
    void whatAPlacementDoesNotKnowIsRefused(String text, String reason) {
        assertThat(placements.refusal("{ " + text + " }")).containsExactly(reason);
    }

    @Test
    void aRingTakesAllOfIt() {
        assertThat(
                        placements.refusal(
                                "{ \"hash\": \"md5\", \"virtual-nodes\": 7, \"balance-factor\": 150, \"tokens\": { \"s1#1\": \"0x0000000000000001\" } }"))
                .isEmpty();
    }

    @Test
    void aHashFunctionThatIsNotAmongThoseToChooseFromIsUnknown() {
        assertThat(few.read("\"md5+avalanche\"")).isEqualTo(HashFunction.MD5.avalanched());
        assertThat(few.refusal("\"sdbm\""))
                .containsExactly("unknown hash function \"sdbm\"; allowed are xxh3, md5; each also with +avalanche");
    }

    @Test
    void aHashFunctionForAddressesIsReadAndThenRefused() {
        HashFunction address = few.read("\"address\"");
        assertThat(few.checked(address))
                .containsExactly(
                        "it: k is \"address\", which takes IP addresses only; keys and servers have names, so choose another, like \"xxh3\"");
    }

    @Test
    void aHashFunctionIsSpeltRight() {
        assertThat(few.refusal("\"mdd5\""))
                .containsExactly(
                        "unknown hash function \"mdd5\"; did you mean \"md5\"? Allowed are xxh3, md5; each also with +avalanche");
        assertThat(new TypeTrial<>(new HashFunctionType(List.of(HashFunction.XXH3, HashFunction.MD5)))
                        .refusal("\"md5+avalance\""))
                .containsExactly(
                        "unknown hash function \"md5+avalance\"; did you mean \"md5+avalanche\"? Allowed are xxh3, md5; each also with +avalanche");
    }

    @Test
    void aServerOfOneLetterHasTokens() {
        assertThat(tokens.read("{ \"s#4\": \"0x0000000000000001\" }")).containsExactly(new Ring.MovedToken("s", 4, 1));
    }

    @Test
    void aTokenThatIsWrongIsFoundOnItsLine() {
        Problems problems = new Problems();
        String text = "{ \"k\": {\n \"s1#1\": \"0x0000000000000001\",\n \"s1#2\": \"\",\n \"s1\": \"\" } }";
        new TokensType().read(Objects.requireNonNull(Fields.of(TypeTrial.json(text), "", problems, "it")), "k");
        assertThat(problems.inOrder())
                .extracting(Problem::line, Problem::pointer)
                .containsExactly(tuple(3, "/k/s1#2"), tuple(4, "/k/s1"));
    }

    @Test
    void aHostHasAtMostAThousandCharacters() {
        Problems problems = new Problems();
        HostNames.name("host", "a".repeat(1_001), new Checks("", "it", problems));
        assertThat(problems.inOrder())
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .endsWith("one line of at most 1,000 characters is allowed");
    }
}
