package roundhouse.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StateDirectoryTest {
    private static final Path HOME = Path.of("home");

    @Test
    void whereEachSystemHasIt() {
        assertThat(StateDirectory.of("Linux", HOME, Map.of())).isEqualTo(HOME.resolve(".local/state/roundhouse"));
        assertThat(StateDirectory.of("Linux", HOME, Map.of("XDG_STATE_HOME", "elsewhere")))
                .isEqualTo(Path.of("elsewhere", "roundhouse"));
        assertThat(StateDirectory.of("Mac OS X", HOME, Map.of()))
                .isEqualTo(HOME.resolve("Library/Application Support/Roundhouse"));
        assertThat(StateDirectory.of("Windows 11", HOME, Map.of("LOCALAPPDATA", "local")))
                .isEqualTo(Path.of("local", "Roundhouse"));
    }
}
