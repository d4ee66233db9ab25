package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import roundhouse.scaling.Price;
import roundhouse.topology.forms.FormSection;
import roundhouse.topology.settings.Declarations;
import roundhouse.topology.settings.Setting;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.types.RecordTrial;

/** A further kind, which says nothing of itself: the settings that nodes of every kind have, and what they are where they say no more. */
final class NodeDefaultsTest {
    /** A place that people come to. */
    record Kiosk(
            String id,
            @Nullable String label,
            @Nullable String region,
            @Nullable String zone,
            @Nullable Price price) implements Node {
        static final Settings<Kiosk> SETTINGS = settingsOf(Declarations.of(Kiosk.class, "a kiosk"));

        static Settings<Kiosk> settingsOf(Declarations<Kiosk> declared) {
            List<Setting<Kiosk, ? extends @Nullable Object>> all = List.of(
                    NodeDeclarations.id(declared, Kiosk::id, "kiosk"),
                    NodeDeclarations.label(declared, Kiosk::label),
                    NodeDeclarations.region(declared, Kiosk::region, "Where it stands."),
                    NodeDeclarations.zone(declared, Kiosk::zone),
                    NodeDeclarations.price(declared, Kiosk::price));
            assertThat(all).extracting(Setting::key).containsExactly("id", "label", "region", "zone", "price");
            return declared.described("People come to it.").settings();
        }

        @Override
        public String kind() {
            return "kiosk";
        }

        @Override
        public Settings<Kiosk> settings() {
            return SETTINGS;
        }

        @Override
        public Kiosk labelled(@Nullable String other) {
            return new Kiosk(id, other, region, zone, price);
        }

        @Override
        public Kiosk renamed(String other) {
            return new Kiosk(other, label, region, zone, price);
        }
    }

    private final Node kiosk = new Kiosk("k1", null, null, null, null);

    @Test
    void isReadAndShownInTheSectionsOfEveryNode() {
        Settings<Kiosk> settings = Kiosk.settingsOf(Declarations.of(Kiosk.class, "a kiosk"));
        RecordTrial<Kiosk> trial = new RecordTrial<>(settings);
        String full =
                "{ \"id\": \"k1\", \"kind\": \"kiosk\", \"label\": \"Kiosk\", \"region\": \"eu\", \"zone\": \"eu-1\","
                        + " \"price\": \"0.10/h\" }";
        assertThat(trial.written(trial.read(full))).isEqualTo(full);
        assertThat(trial.refusal("{ \"kind\": \"kiosk\" }")).containsExactly(" a kiosk needs \"id\", like \"s1\"");
        assertThat(settings.form(new Kiosk("k1", null, null, null, null)))
                .extracting(FormSection::title)
                .containsExactly("", "Place", "Cost");
    }

    @Test
    void standsForItselfAndCanBeNoOther() {
        assertThat(kiosk.count()).isEqualTo(1);
        assertThat(kiosk.standsForOthers()).isFalse();
        assertThat(kiosk.counting(3)).isSameAs(kiosk);
        assertThat(kiosk.resized(new Resizing(8, 2.0, null))).isSameAs(kiosk);
        assertThat(kiosk.member("k1-1", "First")).isEqualTo(new Kiosk("k1-1", "First", null, null, null));
    }

    @Test
    void worksWithoutEndForNothing() {
        assertThat(kiosk.capacity()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(kiosk.scalability()).isNull();
        assertThat(kiosk.cores()).isZero();
        assertThat(kiosk.ruleCount()).isZero();
        assertThat(kiosk.limits()).isEmpty();
    }

    @Test
    void isAMachineThatTakesRequestsAndNothingElse() {
        assertThat(kiosk.isMachine()).isTrue();
        assertThat(kiosk.takesRequests()).isTrue();
        assertThat(kiosk.passesAnswers()).isTrue();
        assertThat(kiosk.answersRequests()).isFalse();
        assertThat(kiosk.limitsRequests()).isFalse();
        assertThat(kiosk.pairs()).isFalse();
        assertThat(kiosk.sendsOverOneLink()).isFalse();
    }

    @Test
    void hasNobodyAndNothingElsewhere() {
        assertThat(kiosk.store()).isNull();
        assertThat(kiosk.storedIn("redis")).isSameAs(kiosk);
        assertThat(kiosk.called()).isEmpty();
        assertThat(kiosk.calling("stock")).isSameAs(kiosk);
        assertThat(kiosk.calledAs(id -> null)).isSameAs(kiosk);
        assertThat(kiosk.cache()).isNull();
        assertThat(kiosk.cachingBy(OneOfEach.CACHE)).isSameAs(kiosk);
        assertThat(kiosk.keepers()).isEmpty();
        assertThat(kiosk.keepersWithStore()).isEmpty();
        assertThat(kiosk.keptBy("db", true)).isSameAs(kiosk);
        assertThat(kiosk.keptAs(id -> null)).isSameAs(kiosk);
    }
}
