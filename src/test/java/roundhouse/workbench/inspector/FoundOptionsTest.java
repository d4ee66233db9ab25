package roundhouse.workbench.inspector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import roundhouse.topology.Topology;
import roundhouse.topology.forms.Editor;
import roundhouse.topology.forms.Editor.Option;
import roundhouse.topology.nodes.LoadBalancer;
import roundhouse.workbench.document.NewNode;

/** What is typed into a long choice finds an option by any of its words. */
class FoundOptionsTest extends Inspected {
    FoundOptionsTest() {
        super(Topology.EMPTY.with(NewNode.cache(Topology.EMPTY)));
    }

    @ParameterizedTest
    @CsvSource({
        "lru, lru",
        "least recently used, lru",
        "first in first out, fifo",
        "most recently used, mru",
        "least frequently used, lfu",
        "second chance, clock",
        "adaptive, arc",
        "three queues, s3-fifo"
    })
    void aPolicyOfACacheByItsNameInFull(String typed, String key) {
        select(document.topology().nodes().getFirst().id());
        assertThat(found("policy", typed)).contains(key);
    }

    @Test
    void whatNoneIsCalledFindsNone() {
        select(document.topology().nodes().getFirst().id());
        assertThat(found("policy", "least recently uses")).isEmpty();
    }

    /** What only mentions weights in its sentence would be in the way. */
    @Test
    void theFirstThatIsFoundIsWhatIsCalledSo() {
        document.edit("Add", Topology.EMPTY.with(LoadBalancer.of("lb")));
        select("lb");
        assertThat(found("algorithm", "weighted")).first().isEqualTo("weighted-round-robin");
        assertThat(found("algorithm", "round robin")).first().isEqualTo("round-robin");
        assertThat(found("algorithm", "least")).first().isEqualTo("least-connections");
    }

    /** As the list does it: each word that was typed is somewhere in the words of the option. */
    private List<String> found(String field, String typed) {
        List<Option> options = ((Editor.Choice) line(field).editor()).options();
        return options.stream()
                .filter(option -> List.of(typed.split(" ", -1)).stream()
                        .allMatch(LineEditor.WORDS.toString(option).toLowerCase(Locale.ROOT)::contains))
                .map(Option::key)
                .toList();
    }
}
