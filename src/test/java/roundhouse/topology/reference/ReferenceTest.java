package roundhouse.topology.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.nodes.Server;

/** The reference has a chapter about everything, and every setting of a topology can be named. */
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
    void aNamedSettingIsReadAndWrittenAsAFormWould() {
        Topology topology = Topology.EMPTY.with(Server.of(
                "s1", new roundhouse.topology.nodes.parts.Distribution.Exponential(java.time.Duration.ofMillis(3))));
        assertThat(SettingPath.all(topology).stream().map(SettingPath::name))
                .contains("s1.cores", "s1.service", "s1.service.mean", "s1.cold-start")
                .doesNotContain("s1.id", "s1.cold-start.factor");
        Topology changed = value(SettingPath.set(topology, "s1.service.mean", "5ms"));
        assertThat(read(changed, "s1.service.mean")).isEqualTo("5ms");
        assertThat(SettingPath.set(topology, "s1.cors", "5"))
                .isEqualTo(new Parsed.Wrong<Topology>("no setting \"s1.cors\"; did you mean \"s1.cores\"?"));
        assertThat(SettingPath.set(topology, "s1.cores", "0")).isInstanceOf(Parsed.Wrong.class);
    }

    @Test
    void whatASettingIsCanBeWrittenBack() {
        for (long seed = 0; seed < 30; seed++) {
            Topology topology = RandomTopologies.of(seed);
            for (SettingPath path : SettingPath.all(topology)) {
                String text = path.read().apply(topology);
                assertThat(path.write().apply(text).apply(topology).equals(new Parsed.Value<>(topology)))
                        .as("seed %d, %s = %s", seed, path.name(), text)
                        .isTrue();
            }
        }
    }

    private static String read(Topology topology, String name) {
        List<SettingPath> found = SettingPath.all(topology).stream()
                .filter(path -> path.name().equals(name))
                .toList();
        return found.getFirst().read().apply(topology);
    }

    private static Topology value(Parsed<Topology> parsed) {
        return ((Parsed.Value<Topology>) parsed).value();
    }
}
