package roundhouse.swarm;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Systems that did not keep their invariants once, made as small as they could be. */
class KnownSystemsTest {
    /** A balancer's cache that is gone keeps nothing of what was still being fetched for it. */
    @ParameterizedTest
    @ValueSource(strings = "cache-taken-away-during-a-fetch")
    void keepTheirInvariants(String file) {
        Invariants.check(WholeSystem.read(Path.of("src/test/resources/swarm", file + ".run.json")));
    }
}
