package roundhouse.topology.nodes.parts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.hashing.functions.HashFunction;
import roundhouse.hashing.rings.Ring;
import roundhouse.routing.Failure;
import roundhouse.routing.Outcome;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problems;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.types.TypeTrial;

/** Sets of outcomes and of failures, hash functions, moved tokens, hosts and distributions, in files and forms. */
final class PartTypesTest {
    private final TypeTrial<Set<Outcome>> outcomes = new TypeTrial<>(new OutcomesType());
    private final TypeTrial<Set<Failure>> failures = new TypeTrial<>(new FailuresType());
    private final TypeTrial<HashFunction> hashes = new TypeTrial<>(new HashFunctionType(HashFunction.ofTexts()));
    private final TypeTrial<List<Ring.MovedToken>> tokens = new TypeTrial<>(new TokensType());
    private final TypeTrial<Distribution> distributions = new TypeTrial<>(Distribution.TYPE);

    @Test
    void outcomesAreAListOfWords() {
        Set<Outcome> some = EnumSet.of(Outcome.REFUSED, Outcome.TIMED_OUT);
        assertThat(outcomes.read("[\"refused\", \"timed-out\"]")).isEqualTo(some);
        assertThat(outcomes.written(some)).isEqualTo("[\"refused\", \"timed-out\"]");
        assertThat(outcomes.checked(some)).isEmpty();
        assertThat(outcomes.refusal("[\"ok\"]")).isNotEmpty();
        OutcomesType type = new OutcomesType();
        assertThat(type.shown(some)).isEqualTo("refused, timed-out");
        assertThat(type.shown(Set.of())).isEqualTo("none");
        assertThat(type.allowed()).startsWith("a list of ").contains("refused").doesNotContain("ok");
        assertThat(outcomes.schema()).contains("\"array\"", "refused").doesNotContain("\"ok\"");
    }

    @Test
    void eachOutcomeIsAFlagOfAForm() {
        Set<Outcome> one = EnumSet.of(Outcome.FAILED);
        assertThat(outcomes.fields(one)).hasSize(4);
        assertThat(outcomes.field(one, "k.failed").read().apply(one)).isEqualTo(Editor.ON);
        assertThat(outcomes.field(one, "k.refused").read().apply(one)).isEqualTo(Editor.OFF);
        assertThat(TypeTrial.outcome(outcomes.field(one, "k.refused"), one, Editor.ON))
                .isEqualTo(EnumSet.of(Outcome.FAILED, Outcome.REFUSED));
        assertThat(TypeTrial.outcome(outcomes.field(one, "k.failed"), one, Editor.OFF))
                .isEqualTo(Set.of());
        assertThat(outcomes.field(one, "k.timed-out").label()).isEqualTo("Label timeouts");
        assertThat(outcomes.field(one, "k.refused").help())
                .isEqualTo("Whether an attempt that nobody listened to is tried again.");
    }

    @ParameterizedTest
    @EnumSource
    void aFailureIsReadByItsNameAndIsAFlagOfAForm(Failure failure) {
        Set<Failure> only = EnumSet.of(failure);
        Set<Failure> none = EnumSet.noneOf(Failure.class);
        assertThat(failures.read("[\"" + failure.key() + "\"]")).isEqualTo(only);
        FormField<Set<Failure>> field = failures.field(none, "k." + failure.key());
        assertThat(field.read().apply(only)).isEqualTo(Editor.ON);
        assertThat(field.read().apply(none)).isEqualTo(Editor.OFF);
        assertThat(TypeTrial.outcome(field, none, Editor.ON)).isEqualTo(only);
        assertThat(TypeTrial.outcome(field, only, Editor.OFF)).isEqualTo(none);
        assertThat(field.help()).startsWith("Whether it counts that a target ").doesNotContain("target .");
    }

    @Test
    void aSetOfFailuresThatSomeProgramHasIsItsName() {
        FailuresType type = new FailuresType();
        assertThat(failures.read("\"envoy\"")).isEqualTo(Failure.ENVOY);
        assertThat(failures.written(Failure.NGINX)).isEqualTo("\"nginx\"");
        assertThat(type.shown(Failure.NGINX)).startsWith("nginx (");
        assertThat(type.shown(EnumSet.noneOf(Failure.class))).isEqualTo("none");
        assertThat(type.allowed()).startsWith("nginx, haproxy, envoy, or a list of ");
        assertThat(failures.checked(Failure.ENVOY)).isEmpty();
        assertThat(failures.readOrNull("\"apache\"")).isNull();
        assertThat(failures.schema()).contains("\"haproxy\"", "\"conn-failure\"", "anyOf", "\"array\"");
        Set<Failure> odd = EnumSet.of(Failure.REJECTED);
        assertThat(failures.written(odd)).isEqualTo("[\"" + Failure.REJECTED.key() + "\"]");
        assertThat(type.shown(odd)).isEqualTo(Failure.REJECTED.key());
    }

    @Test
    void aHashFunctionIsReadWithItsAvalanche() {
        HashFunction plain = HashFunction.ofTexts().getFirst().plain();
        HashFunction mixed = plain.avalanched();
        assertThat(hashes.read("\"" + mixed.key() + "\"")).isEqualTo(mixed);
        assertThat(hashes.written(mixed)).isEqualTo("\"" + mixed.key() + "\"");
        assertThat(hashes.checked(mixed)).isEmpty();
        assertThat(hashes.checked(HashFunction.ADDRESS))
                .singleElement()
                .asString()
                .contains("takes IP addresses only");
        assertThat(hashes.readOrNull("\"rot13\"")).isNull();
        assertThat(hashes.readOrNull("7")).isNull();
        HashFunctionType type = new HashFunctionType(HashFunction.ofTexts());
        assertThat(type.shown(mixed)).isEqualTo(mixed.key());
        assertThat(type.allowed()).endsWith("; each also with +avalanche");
        assertThat(hashes.schema()).contains("\"" + plain.key() + "\"", "\"" + mixed.key() + "\"");
        FormField<HashFunction> flag = hashes.field(plain, "k.avalanche");
        assertThat(flag.read().apply(mixed)).isEqualTo(Editor.ON);
        assertThat(flag.read().apply(plain)).isEqualTo(Editor.OFF);
        assertThat(TypeTrial.outcome(flag, plain, Editor.ON)).isEqualTo(mixed);
        assertThat(TypeTrial.outcome(flag, mixed, Editor.OFF)).isEqualTo(plain);
        HashFunction other = HashFunction.ofTexts().getLast().plain();
        assertThat(hashes.typed(mixed, other.key())).isEqualTo(other.avalanched());
    }

    @Test
    void movedTokensAreByServerAndNumber() {
        List<Ring.MovedToken> moved = List.of(
                new Ring.MovedToken("s1", 10, 255), new Ring.MovedToken("s1", 2, -1), new Ring.MovedToken("a#b", 0, 1));
        String text =
                "{ \"a#b#0\": \"0x0000000000000001\", \"s1#2\": \"0xffffffffffffffff\", \"s1#10\": \"0x00000000000000ff\" }";
        assertThat(tokens.written(moved)).isEqualTo(text);
        assertThat(tokens.read(text)).containsExactlyInAnyOrderElementsOf(moved);
        assertThat(tokens.checked(moved)).isEmpty();
        assertThat(tokens.fields(moved)).isEmpty();
        assertThat(new TokensType().shown(moved)).isEqualTo("3 tokens");
        assertThat(new TokensType().shown(List.of())).isEqualTo("none");
        assertThat(new TokensType().allowed()).contains("s3#4");
        assertThat(tokens.schema()).contains("\"propertyNames\"", "0x[0-9a-f]{16}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            { "s1": "0x0000000000000001" }   | "s1" names no token; one is written like "s3#4"
            { "#1": "0x0000000000000001" }   | "#1" names no token; one is written like "s3#4"
            { "s1#01": "0x0000000000000001" } | "s1#01" names no token; one is written like "s3#4"
            { "s1#00": "0x0000000000000001" } | "s1#00" names no token; one is written like "s3#4"
            { "s1#x": "0x0000000000000001" } | "s1#x" names no token; one is written like "s3#4"
            { "s1#1": "0x01" }               | "0x01" is no position; one is 0x and 16 hexadecimal digits, like "0x6e1f00c2a4b00000"
            """)
    void whatIsNoTokenSaysWhy(String value, String reason) {
        assertThat(tokens.refusal(value)).containsExactly(reason);
    }

    private static boolean isHost(String text, boolean pattern) {
        Problems problems = new Problems();
        Checks checks = new Checks("", "it", problems);
        if (pattern) {
            HostNames.pattern("host", text, checks);
        } else {
            HostNames.name("host", text, checks);
        }
        return problems.isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "shop.example, true, true",
        "*.example, true, false",
        "shop.*, true, false",
        "*, true, false",
        "a*b, false, false",
        "a b, false, false",
        "'', false, false"
    })
    void hostsAreNamesOrHaveAStarAtAnEnd(String text, boolean pattern, boolean name) {
        assertThat(isHost(text, true)).isEqualTo(pattern);
        assertThat(isHost(text, false)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({"GET, true", "get, false", "'', false", "ABCDEFGHIJKLMNOPQRSTU, false"})
    void aMethodIsInCapitals(String text, boolean right) {
        assertThat(new TypeTrial<>(HostNames.METHOD).checked(text).isEmpty()).isEqualTo(right);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fixed", "uniform", "normal", "log-normal", "exponential"})
    void anotherDistributionHasTheSameMean(String type) {
        Distribution before = new Distribution.Fixed(Duration.ofMillis(8));
        Distribution other = (Distribution) Objects.requireNonNull(distributions.typed(before, type));
        assertThat(other.mean()).isEqualTo(Duration.ofMillis(8));
        assertThat(distributions.read(distributions.written(other))).isEqualTo(other);
        assertThat(distributions.checked(other)).isEmpty();
    }

    @Test
    void aTimeAloneIsAFixedOne() {
        assertThat(distributions.read("\"3ms\"")).isEqualTo(new Distribution.Fixed(Duration.ofMillis(3)));
        assertThat(distributions.written(new Distribution.Fixed(Duration.ofMillis(3))))
                .isEqualTo("\"3ms\"");
        assertThat(distributions.typed(new Distribution.Fixed(Duration.ofMillis(8)), "uniform"))
                .isEqualTo(new Distribution.Uniform(Duration.ofMillis(4), Duration.ofMillis(12)));
        assertThat(distributions.typed(new Distribution.Fixed(Duration.ofMillis(8)), "normal"))
                .isEqualTo(new Distribution.Normal(Duration.ofMillis(8), Duration.ofMillis(2)));
    }
}
