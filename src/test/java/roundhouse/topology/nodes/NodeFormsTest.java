package roundhouse.topology.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import roundhouse.topology.RandomTopologies;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.FormField;
import roundhouse.topology.json.Problem;
import roundhouse.topology.json.Problems;
import roundhouse.topology.json.Units.Parsed;
import roundhouse.topology.settings.Checks;
import roundhouse.topology.settings.Fields;
import roundhouse.topology.settings.Settings;

/** Whatever a node says of itself is the same in files and in forms. */
class NodeFormsTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void isReadAsItIsWrittenAndTypedAsItIsShown(long seed) {
        Topology topology = RandomTopologies.of(seed);
        topology.nodes().forEach(node -> sameInFilesAndForms(node.settings(), node));
        topology.links().forEach(link -> sameInFilesAndForms(Link.SETTINGS, link));
    }

    private static <R> void sameInFilesAndForms(Settings<R> settings, Object node) {
        R value = settings.cast(node);
        Problems problems = new Problems();
        Fields fields = Fields.of(settings.json(value), "", problems, settings.what());
        assertThat(settings.read(Objects.requireNonNull(fields))).isEqualTo(value);
        settings.check(value, new Checks("", "it", problems));
        assertThat(problems.inOrder()).extracting(Problem::toString).isEmpty();
        List<FormField<R>> form = settings.fields(value, "");
        for (FormField<R> field : form) {
            String shown = field.read().apply(value);
            assertThat(field.write().apply(value, shown))
                    .as("%s: %s", field.key(), shown)
                    .isEqualTo(new Parsed.Value<>(value));
        }
    }
}
