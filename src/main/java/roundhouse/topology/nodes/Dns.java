package roundhouse.topology.nodes;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import roundhouse.naming.AnswerType;
import roundhouse.naming.OrderType;
import roundhouse.scaling.Price;
import roundhouse.topology.nodes.checking.MarkedActions;
import roundhouse.topology.nodes.naming.OrderChoice;
import roundhouse.topology.nodes.parts.Health;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.RecordProperty;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.ChoiceType;
import roundhouse.topology.types.Types;

/**
 * The name servers of one name: tell resolvers which of the nodes that they are linked to it stands for. Requests do not pass here: they
 * go straight to the node that was named, which takes the latency of the link from here to there and meets what is wrong with that link,
 * unless the clients have a link of their own to that node. What clients link here for is asking.
 *
 * @param answers by what rule the addresses of an answer are chosen
 * @param order how the answers of round robin turn
 * @param ttl how long an answer may be kept
 * @param negativeTtl how long it may be kept that there is no address
 * @param allWhenNoneIsHealthy whether all are named when none is well, or none
 * @param checks how it finds out which of them are well; null for never
 * @param price what it costs; null where nobody says
 */
public record Dns(
        String id,
        @Nullable String label,
        AnswerType answers,
        OrderType order,
        Duration ttl,
        Duration negativeTtl,
        boolean allWhenNoneIsHealthy,
        Health.@Nullable Active checks,
        @Nullable Price price)
        implements Node {
    /** The kind in files. */
    public static final String KIND = "dns";

    private static final Declarations<Dns> DECLARED = Declarations.of(Dns.class, "a DNS node");

    public static final Setting<Dns, String> ID = NodeDeclarations.id(DECLARED, Dns::id, KIND);
    public static final Setting<Dns, @Nullable String> LABEL = NodeDeclarations.label(DECLARED, Dns::label);
    public static final Setting<Dns, AnswerType> ANSWERS = DECLARED.setting("answers", Dns::answers, answerTypes())
            .says("Answers", "By what rule the addresses of an answer are chosen.")
            .usually(AnswerType.ROUND_ROBIN);
    public static final Setting<Dns, OrderType> ORDER = DECLARED.setting("order", Dns::order, OrderChoice.TYPE)
            .says("Order", "How the answers turn, as one of the servers that do.")
            .when("with round-robin", dns -> dns.answers() == AnswerType.ROUND_ROBIN)
            .usually(OrderType.BIND_CYCLIC);
    public static final Setting<Dns, Duration> TTL = DECLARED.setting("ttl", Dns::ttl, Types.wholeSeconds())
            .says("TTL", "How long resolvers may keep an answer, in whole seconds.")
            .usually(Duration.ofSeconds(60));
    public static final Setting<Dns, Duration> NEGATIVE_TTL = DECLARED.setting(
                    "negative-ttl", Dns::negativeTtl, Types.wholeSeconds())
            .says(
                    "Negative TTL",
                    "How long resolvers may keep that there is no address: the lesser of the SOA's TTL and its minimum (RFC 2308).")
            .usually(Duration.ofSeconds(60));
    public static final Setting<Dns, Boolean> NONE_HEALTHY = DECLARED.setting(
                    "none-healthy",
                    Dns::allWhenNoneIsHealthy,
                    new ChoiceType<Boolean>("answer")
                            .or(true, "all", "All", "As if all were well, as Route 53 does.")
                            .or(false, "nothing", "Nothing", "That there is no address."))
            .component("allWhenNoneIsHealthy")
            .says("None healthy", "What is answered when checks find none well.")
            .when("with checks", dns -> dns.checks() != null)
            .usually(true);
    public static final Setting<Dns, Health.@Nullable Active> CHECKS = DECLARED.setting(
                    "checks", Dns::checks, Types.optional(Health.Active.TYPE, "off"))
            .says(
                    "Health checks",
                    "What is asked of the nodes at regular intervals; without, a dead one is named for ever.")
            .under("Health checks")
            .usuallyMissing();

    public static final Setting<Dns, @Nullable Price> PRICE = NodeDeclarations.price(DECLARED, Dns::price);

    public static final Settings<Dns> SETTINGS = DECLARED.described(
                    "The name servers of one name: tell resolvers which of the nodes that they are linked to it stands for."
                            + " Requests do not pass here: they go straight to the node that was named, over a link that"
                            + " the clients have to it, or else as over the link from here.")
            .titled("DNS", "DNS nodes")
            .sections("", "Health checks", NodeDeclarations.COST)
            .check(Dns::check)
            .settings();

    private static ChoiceType<AnswerType> answerTypes() {
        ChoiceType<AnswerType> choice = new ChoiceType<>("rule of answers");
        for (AnswerType type : AnswerType.values()) {
            choice.or(type, type.key(), type.title(), type.sentence());
        }
        return choice;
    }

    /** A DNS node of which a file says no more than this. */
    public static Dns of(String id, AnswerType answers) {
        return SETTINGS.usual().with(ID, id).with(ANSWERS, answers);
    }

    /** The same with one setting changed. */
    public <V extends @Nullable Object> Dns with(RecordProperty<Dns, V> setting, @Nullable V value) {
        return setting.with(this, value);
    }

    private static void check(Dns dns, Checks checks) {
        if (dns.checks != null && !dns.checks.marked().equals(MarkedActions.NONE)) {
            checks.wrong(
                    "checks",
                    "on-marked-down and on-marked-up are for load balancers; requests do not pass through a DNS node");
        }
    }

    /** How it finds out which nodes are well, as those that check have it. */
    public Health health() {
        return Health.NONE.checking(checks);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean namesTargets() {
        return true;
    }

    /** It has many places. */
    @Override
    public @Nullable String zone() {
        return null;
    }

    /** It has many places. */
    @Override
    public @Nullable String region() {
        return null;
    }

    @Override
    public Settings<Dns> settings() {
        return SETTINGS;
    }

    @Override
    public Dns labelled(@Nullable String label) {
        return with(LABEL, label);
    }

    @Override
    public Dns renamed(String id) {
        return with(ID, id);
    }
}
