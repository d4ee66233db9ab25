package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.routing.RequestKind;
import roundhouse.routing.RequestRules;
import roundhouse.routing.algorithms.Algorithm;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Units;
import roundhouse.topology.nodes.balancing.BalancerProfile;
import roundhouse.topology.nodes.balancing.Balancing;
import roundhouse.topology.nodes.parts.Rule;
import roundhouse.topology.nodes.parts.Tls;
import roundhouse.topology.types.RecordTrial;
import roundhouse.topology.types.TypeTrial;
import roundhouse.topology.types.Types;

/** What a load balancer is where nothing is said: as its profile has it, or its layer; and what becomes of that in its form. */
final class BalancerDefaultsTest {
    private static final RecordTrial<LoadBalancer> TRIAL = new RecordTrial<>(LoadBalancer.SETTINGS);
    private static final LoadBalancer PLAIN = OneOfEach.BALANCER;

    private static LoadBalancer read(String more) {
        return TRIAL.read("{ \"id\": \"lb\", \"kind\": \"load-balancer\"" + more + " }");
    }

    private static LoadBalancer typed(LoadBalancer before, String key, String text) {
        FormField<LoadBalancer> field = LoadBalancer.SETTINGS.fields(before, "").stream()
                .filter(its -> its.key().equals(key))
                .findFirst()
                .orElseThrow();
        return LoadBalancer.SETTINGS.cast(Objects.requireNonNull(TypeTrial.outcome(field, before, text)));
    }

    private static String figures(LoadBalancer balancer) {
        String price = balancer.price() == null ? "none" : balancer.price().text();
        return balancer.layer() + ", " + balancer.cores() + " cores, " + Units.format(balancer.cost()) + ", "
                + Units.format(balancer.latency()) + ", " + balancer.atOnce() + ", " + price;
    }

    @Test
    void withoutAProfileItIsAsItsLayerHasIt() {
        assertThat(read("")).isEqualTo(LoadBalancer.of("lb"));
        assertThat(figures(read(""))).isEqualTo("7, 4 cores, 20us, 0s, " + Types.UNLIMITED + ", none");
        assertThat(figures(read(", \"layer\": 4"))).isEqualTo("4, 4 cores, 2us, 0s, " + Types.UNLIMITED + ", none");
        assertThat(LoadBalancer.defaultCost(7)).isEqualTo(Duration.ofNanos(20_000));
    }

    @Test
    void withAProfileItIsAsThatHasItWhereTheFileSaysNothing() {
        assertThat(figures(read(", \"profile\": \"software\"")))
                .isEqualTo("7, 4 cores, 31400ns, 100us, 100000, c5.xlarge");
        assertThat(figures(read(", \"profile\": \"ipvs-direct-return\"")))
                .isEqualTo("4, 2 cores, 1us, 20us, 10000000, c5.large");
        assertThat(figures(read(", \"profile\": \"hardware-appliance\", \"cores\": 3, \"at-once\": 9,"
                        + " \"latency\": \"1us\", \"price\": \"1/h\"")))
                .isEqualTo("7, 3 cores, 8us, 1us, 9, 1/h");
    }

    @Test
    void atTheOtherLayerAProfileHasNoCost() {
        assertThat(figures(read(", \"profile\": \"software\", \"layer\": 4")))
                .isEqualTo("4, 4 cores, 2us, 100us, 100000, c5.xlarge");
    }

    @Test
    void whatIsAsTheProfileHasItIsNotWritten() {
        assertThat(TRIAL.written(read(", \"profile\": \"cloud-layer-4\", \"cores\": 3")))
                .contains("\"profile\": \"cloud-layer-4\"", "\"cores\": 3")
                .doesNotContain("cost", "latency", "at-once", "price");
    }

    @Test
    void anotherProfileTakesWhatTheFormerHadAlong() {
        LoadBalancer software = typed(PLAIN, "profile", "software");
        assertThat(figures(software)).isEqualTo("7, 4 cores, 31400ns, 100us, 100000, c5.xlarge");
        assertThat(figures(typed(software, "profile", "cloud-layer-4")))
                .isEqualTo("4, 64 cores, 2us, 100us, " + Types.UNLIMITED + ", aws-nlb");
        assertThat(typed(software, "profile", "")).isEqualTo(PLAIN);
    }

    @Test
    void whatWasSaidStaysUnderAnotherProfile() {
        LoadBalancer own = PLAIN.with(LoadBalancer.CORES, 3).with(LoadBalancer.LATENCY, Duration.ofMillis(1));
        assertThat(figures(typed(own, "profile", "cloud-layer-4")))
                .isEqualTo("4, 3 cores, 2us, 1ms, " + Types.UNLIMITED + ", aws-nlb");
    }

    @Test
    void theOtherLayerHasItsOwnCostUnlessOneWasSaid() {
        assertThat(typed(PLAIN, "layer", "4").cost()).isEqualTo(Duration.ofNanos(2_000));
        LoadBalancer slow = PLAIN.with(LoadBalancer.COST, Duration.ofMillis(1));
        assertThat(typed(slow, "layer", "4")).isEqualTo(slow.with(LoadBalancer.LAYER, 4));
    }

    @Test
    void oneWithAProfileAlwaysHasAPrice() {
        LoadBalancer software = typed(PLAIN, "profile", "software");
        LoadBalancer dear = typed(software, "price", "9/h");
        assertThat(figures(dear)).endsWith(", 9/h");
        assertThat(typed(dear, "price", "")).isEqualTo(software);
        assertThat(typed(typed(PLAIN, "price", "9/h"), "price", "")).isEqualTo(PLAIN);
    }

    private static Duration handshake(@Nullable BalancerProfile profile, Duration said) {
        return PLAIN.with(LoadBalancer.PROFILE, profile)
                .with(LoadBalancer.TLS, new Tls(Tls.Mode.TERMINATE, said))
                .handshake();
    }

    @Test
    void aHandshakeIsThatOfItsProfileWhereNoneIsSaid() {
        Duration usual = Tls.PASS_THROUGH.handshake();
        Duration said = Duration.ofMillis(9);
        assertThat(handshake(null, usual)).isEqualTo(usual);
        assertThat(handshake(BalancerProfile.SOFTWARE, usual)).isEqualTo(Duration.ofNanos(2_860_000));
        assertThat(handshake(BalancerProfile.SOFTWARE, said)).isEqualTo(said);
        assertThat(handshake(null, said)).isEqualTo(said);
    }

    @Test
    void answersPassItUnlessTheyGoStraightBack() {
        assertThat(PLAIN.passesAnswers()).isTrue();
        assertThat(PLAIN.with(LoadBalancer.PROFILE, BalancerProfile.SOFTWARE).passesAnswers())
                .isTrue();
        assertThat(PLAIN.with(LoadBalancer.PROFILE, BalancerProfile.IPVS_DIRECT_RETURN)
                        .passesAnswers())
                .isFalse();
    }

    @Test
    void canBearWhatItsCoresHaveTimeFor() {
        assertThat(PLAIN.capacity()).as("four cores at 20 us").isEqualTo(200_000);
        assertThat(PLAIN.with(LoadBalancer.COST, Duration.ZERO).capacity()).isEqualTo(Double.POSITIVE_INFINITY);
    }

    @Test
    void itsRulesAreMatchedInItsOrder() {
        LoadBalancer ruled = PLAIN.with(LoadBalancer.RULES, List.of(Rule.path("/*", "all"), Rule.path("/b*", "few")));
        assertThat(ruled.ruleCount()).isEqualTo(2);
        assertThat(PLAIN.ruleCount()).isZero();
        assertThat(TRIAL.shown(PLAIN)).contains("rules").doesNotContain("rule-order");
        assertThat(TRIAL.shown(ruled)).contains("rule-order");
        RequestKind request = new RequestKind("/b", Map.of(), Map.of());
        assertThat(ruled.requestRules().match(request, true)).isZero();
        assertThat(ruled.with(LoadBalancer.RULE_ORDER, RequestRules.Order.LONGEST_PREFIX)
                        .requestRules()
                        .match(request, true))
                .isEqualTo(1);
    }

    @Test
    void canBeUnderAnotherAlgorithm() {
        assertThat(PLAIN.balancing(Balancing.of(Algorithm.RANDOM)).balancing().algorithm())
                .isEqualTo(Algorithm.RANDOM);
    }
}
