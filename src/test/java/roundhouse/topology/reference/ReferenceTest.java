package roundhouse.topology.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Link;
import roundhouse.topology.nodes.Node;
import roundhouse.topology.settings.Settings;
import roundhouse.topology.stores.Store;

/** The reference has a chapter about everything, and what a form shows of a setting is what it reads. */
final class ReferenceTest {
    @Test
    void everyChapterHasANameOfItsOwn() {
        Set<String> names = new HashSet<>();
        for (Chapter chapter : Reference.settings()) {
            assertThat(names.add(chapter.name())).as(chapter.name()).isTrue();
        }
        assertThat(names).contains("topology", "clients", "load-balancer", "server", "link", "retry policy");
    }

    @Test
    void everySettingSaysWhatItMeansAndWhatIsAllowed() {
        for (Chapter chapter : Reference.all()) {
            for (Chapter.Row row : chapter.rows()) {
                assertThat(row.allowed()).as(chapter.name() + " " + row.key()).isNotBlank();
                assertThat(row.meaning()).as(chapter.name() + " " + row.key()).endsWith(".");
            }
        }
    }

    @Test
    void whatASettingIsCanBeWrittenBack() {
        for (long seed = 0; seed < 30; seed++) {
            Topology topology = RandomTopologies.of(seed);
            for (Node node : topology.nodes()) {
                writtenBack(node.settings(), node, "seed " + seed + ", " + node.id());
            }
            for (Link link : topology.links()) {
                writtenBack(Link.SETTINGS, link, "seed " + seed + ", " + link.name());
            }
            for (Store store : topology.stores()) {
                writtenBack(Store.SETTINGS, store, "seed " + seed + ", " + store.id());
            }
        }
    }

    private static <T> void writtenBack(Settings<T> settings, Object whole, String where) {
        T typed = settings.cast(whole);
        for (FormField<T> field : settings.fields(typed, "")) {
            String text = field.read().apply(typed);
            assertThat(field.write().apply(typed, text))
                    .as("%s, %s = %s", where, field.key(), text)
                    .isEqualTo(new Parsed.Value<>(typed));
        }
    }
}
